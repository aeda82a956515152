-- An export by its id, or the newest one of a kind that is done. For anybody, only one since which no article was removed; the
-- clocks of instances and of the database differ by less than five minutes.
select e.*, (select count(*) from export_part p where p.export_id = e.id) as parts
from export_job e
where e.id = :id::uuid or (e.kind = :kind::text and e.state = 'done'
    and (not :anybody or not exists (select from article a where a.state = 'gone' and a.updated_at >= e.snapshot_at - interval '5 minutes')))
order by e.id desc limit 1
