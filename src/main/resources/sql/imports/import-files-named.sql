-- The files that these keys name, in this job or in an earlier one of the same source.
select i.source, i.target, i.status from import_item i
where i.job_id = :job and i.kind = 'file' and i.source = any (:sources::text[])
union all
select s.source, s.media_id, 'created' from import_source s
where s.source_name = :sourceName and s.source = any (:sources::text[]) and s.media_id is not null
  and not exists (select from import_item i where i.job_id = :job and i.kind = 'file' and i.source = s.source)
