-- Stores rows of sections, and of documents, of a JSON array. The join is a lateral subquery with "limit 1", because the planner takes
-- the array for a hundred rows, for which it would read all documents.
insert into force_period (article_id, eid, from_day, before_day, status, effects, since, until, shown)
select p.article, p.eid, coalesce(p.from_day, '-infinity'), coalesce(p.before_day, 'infinity'), p.status, p.effects, p.since, p.until,
    shown_status(p.status, p.since, p.until, f.known_until, p.effects)
from json_to_recordset(:rows::json) as p (article uuid, eid text, from_day date, before_day date, status text, effects uuid[],
    since date, until date)
cross join lateral (select known_until from force where article_id = p.article limit 1) f
