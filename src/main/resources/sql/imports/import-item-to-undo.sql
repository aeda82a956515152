-- The last item that made or changed something, and that is not taken back yet.
select i.* from import_item i
where i.job_id = :job and i.status in ('created', 'updated') and i.undo is null and (i.kind <> 'file') = :articles
  and exists (select from import_job j where j.id = i.job_id and j.state = 'running' and j.phase = 'undo')
order by i.number desc limit 1
for update of i skip locked
