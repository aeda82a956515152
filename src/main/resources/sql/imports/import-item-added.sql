-- Adds an item, unless another one of the job has its key. One that failed before is what it would have been, because others lead to it;
-- a file that was imported since never changes, so another content is another file.
insert into import_item (job_id, number, line, path, kind, source, address, media_type, file_name, notes, content, target, status)
values (:job, :number, :line, :path, :kind, :source, :address, :mediaType, :fileName, :notes::text[], :content,
        coalesce((select coalesce(s.article_id, s.media_id) from import_source s
                  where s.source_name = :sourceName and s.source = :source and (s.media_id is null or s.sha256 = :sha256)),
                 (select e.target from import_job j join import_item e on e.job_id = j.id and e.source = :source
                  where j.source_name = :sourceName and not j.dry_run and e.status = 'failed' and e.kind = :kind
                    and not exists (select from media m where m.id = e.target)
                  order by j.id desc limit 1), :target),
        'waiting')
on conflict (job_id, source) where source is not null do nothing
