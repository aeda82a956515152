-- Nobody fetches any longer what was public when it was exported, and is removed now: the removal may be older than the export.
delete from export_job
where kind = 'public' and state = 'done' and exists (
    select from merging_fate f join article a on a.id = f.id
    where f.state in ('published', 'withdrawn') and a.state = 'gone')
