-- Jobs, the newest first. {after} goes on behind a row, {total} counts all.
select j.*, {total} as total
from import_job j
where {where} {after}
order by j.id desc limit :limit offset :offset
