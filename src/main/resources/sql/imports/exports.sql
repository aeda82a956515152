-- Exports, the newest first. {after} goes on behind a row, {total} counts all.
select e.*, (select count(*) from export_part p where p.export_id = e.id) as parts, {total} as total
from export_job e
where true {after}
order by e.id desc limit :limit offset :offset
