-- Counts the parts that are there.
update import_job set (parts, bytes) = (select count(*), coalesce(sum(size), 0) from import_part where job_id = :id)
where id = :id
