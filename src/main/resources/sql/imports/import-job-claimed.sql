-- Makes an instance the one that finds a job's items, unless another one does. The row tells how many were found.
update import_job set finder = :finder, finder_until = clock_timestamp() + interval '15 seconds'
where id = :id and state = 'running' and phase = 'staging'
  and (finder is null or finder = :finder or finder_until < clock_timestamp())
returning *
