-- The articles with a working copy, of a page of drafts.sql, and their number, {total}. {after} goes on behind a row; {more} is
-- another condition.
select d.*, {total} as total
from ({edited}) d
where d.state = any (:states) {after} {more}
order by d.updated_at desc, d.id desc limit :limit offset :offset
