-- Notes a part, in the place of an earlier one of the same number.
insert into import_part (job_id, number, size, sha256) values (:job, :number, :size, :sha256)
on conflict (job_id, number) do update set size = excluded.size, sha256 = excluded.sha256
