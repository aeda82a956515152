-- Files that the public may read: a public article has carried the file in a published revision, present or past, as an attachment or as
-- its picture. This is the one place that says so of single files; indexes of the revisions answer it.
create or replace view public_file as
select m.id, m.file_name, m.media_type, m.size, m.sha256, m.width, m.height, m.animated, m.uploaded_at
from media m
where exists (select from revision r join public_article a on a.id = r.article_id
      where r.number is not null and r.attachments @> jsonb_build_array(jsonb_build_object('id', m.id::text)))
    or exists (select from revision r join public_article a on a.id = r.article_id
      where r.number is not null and r.picture ->> 'id' = m.id::text);
