-- What became of the items behind one of them.
select number, line, path, kind, source, address, target, status, problem::text as problem, warnings::text as warnings,
       published, undo, undo_note
from import_item
where job_id = :job and number > :after and (:status::text is null or status = :status)
order by number limit :limit
