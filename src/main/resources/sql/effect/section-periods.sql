-- The statuses of a section, the earliest first; those of the document when the section has none of its own.
select p.eid, p.status, nullif(p.from_day, '-infinity') as from_day, nullif(p.before_day, 'infinity') - 1 as until_day,
       p.effects[1:20] as effects, f.known_until
from force f
join force_period p on p.article_id = f.article_id
    and p.eid = case when exists (select from force_period o where o.article_id = :article and o.eid = :eId) then :eId else '' end
where f.article_id = :article
order by p.from_day
limit :limit
