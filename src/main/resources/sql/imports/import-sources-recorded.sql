-- Notes what was imported under keys.
insert into import_source (source_name, source, article_id, media_id, sha256, tag, imported_at)
select r.source_name, r.source, r.article_id, r.media_id, decode(r.sha256, 'hex'), r.tag, :now
from unnest(:names::text[], :sources::text[], :articles::uuid[], :media::uuid[], :sha256s::text[], :tags::text[])
    r (source_name, source, article_id, media_id, sha256, tag)
order by r.source_name, r.source
on conflict (source_name, source) do update
set article_id = excluded.article_id, media_id = excluded.media_id, sha256 = excluded.sha256, tag = excluded.tag,
    imported_at = excluded.imported_at
