-- How many drafts-found.sql has.
select count(*) as total
from article a join revision w on w.article_id = a.id and w.number is null
where a.state = any (:states)
