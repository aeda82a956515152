-- What words by which links find items lead to: in a job, and behind that in the last twenty jobs of its source, the newest first.
select f.key, i.kind, i.target, i.status, f.earlier
from (select k.job_id, k.key, k.number, false as earlier from import_key k where k.job_id = :job and k.key = any (:keys::text[])
      union all
      select k.job_id, k.key, k.number, true from import_key k
      where k.key = any (:keys::text[]) and k.job_id = any (array(select j.id from import_job j
          where j.source_name = :sourceName and j.id <> :job and not j.dry_run order by j.id desc limit 20))) f
join import_item i on i.job_id = f.job_id and i.number = f.number
where i.undo is null and (i.status in ('created', 'updated', 'unchanged') or not f.earlier and i.status not in ('failed', 'skipped'))
order by f.earlier, f.job_id desc
