-- The entries of a few articles that match a query and are in force on a day, for candidates.sql: each is looked at, where the index
-- would give all that match. Making the lexemes of an entry takes longest, so its status comes first. For "offset 0" see status_on.
with asked as materialized (select (select :candidates::tsquery) as query, (select :without::bigint[]) as without)
select e.entry, e.length, e.article_id, e.section_id, e.published_at, e.labels
from asked, lateral (
    select x.id as entry, x.length, x.article_id, x.section_id, x.published_at, x.labels, x.words
    from (select * from search_entry where article_id = any ((select :articles::uuid[])::uuid[]) offset 0) x
    cross join lateral (select (select eid from section where id = x.section_id) as eid, (select :day::date) as day offset 0) d
    where (select status from status_on(x.article_id, d.eid, d.day)) in ('in-force', 'partly')
    offset 0) e
where search_lexemes(e.words) @@ query and e.entry <> all (without)
