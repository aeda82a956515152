-- Replaces rows of sections, and of documents, by those of a JSON array. The joins are lateral subqueries with "limit 1", because the
-- planner takes the array for a hundred rows, for which it would read all documents.
insert into force_period (article_id, eid, from_day, before_day, status, effects, since, until, shown, issued_on,
    published_at)
select p.article, p.eid, coalesce(p.from_day, '-infinity'), coalesce(p.before_day, 'infinity'), p.status, p.effects, p.since, p.until,
    shown_status(p.status, p.since, p.until, f.known_until, p.effects),
    case when p.eid = '' then coalesce(f.issued_on, '-infinity') else '-infinity' end,
    case when p.eid = '' then coalesce(a.first_published_at, '-infinity') else '-infinity' end
from json_to_recordset(:rows::json) as p (article uuid, eid text, from_day date, before_day date, status text, effects uuid[],
    since date, until date)
cross join lateral (select issued_on, known_until from force where article_id = p.article limit 1) f
left join lateral (select first_published_at from public_article where id = p.article limit 1) a on true
