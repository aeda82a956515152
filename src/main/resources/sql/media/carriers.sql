-- Articles of which a revision, or the working copy, carries a file, as an attachment or as its picture.
select r.article_id
from revision r
where r.attachments @> jsonb_build_array(jsonb_build_object('id', :file::text))
union
select r.article_id
from revision r
where r.picture ->> 'id' = :file::text
order by article_id
limit :limit
