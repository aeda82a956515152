-- How many drafts.sql has.
select count(*) as total
from article a {left} join revision w on w.article_id = a.id and w.number is null
where a.state = any (:states)
