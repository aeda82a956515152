-- Links of earlier articles, or of one of them, to what a job has imported.
select l.article_id, l.written, i.target, i.kind
from import_link l
join import_key k on k.job_id = :job and k.key = l.found_by
join import_item i on i.job_id = k.job_id and i.number = k.number
where l.source_name = :sourceName and {which}
  and i.status in ('created', 'updated', 'unchanged')
order by l.article_id, l.written, position(left(l.found_by, 1) in 'pia')
