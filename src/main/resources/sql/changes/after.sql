-- The state of the log, in each row, and the changes after a position: null for the oldest change that is kept.
select l.last, l.deleted_to, coalesce(:after::bigint, l.deleted_to) as place,
       c.number, c.kind, c.article_id, c.category_id, c.slug, c.revision, c.title, c.at, c.explanation, c.redirect_to, c.numbers,
       c.moved_to
from change_log l
left join lateral (select * from change where number > coalesce(:after::bigint, l.deleted_to)
                   order by number limit :limit) c on true
order by c.number
