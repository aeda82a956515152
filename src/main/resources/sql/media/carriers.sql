-- Articles of which a revision, or the working copy, carries a file.
select distinct r.article_id
from revision r
where r.attachments @> jsonb_build_array(jsonb_build_object('id', :file::text))
order by r.article_id
limit :limit
