-- Items that wait, and on which no other worker works.
select i.number, octet_length(i.content) as bytes from import_item i
where i.job_id = :job and i.status = 'waiting' and (i.kind <> 'file') = :articles and i.number >= :least
  and exists (select from import_job j where j.id = i.job_id and j.state = 'running' and j.phase = :phase)
order by i.number limit :most
for update of i skip locked
