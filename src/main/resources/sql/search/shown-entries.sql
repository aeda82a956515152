-- What a page of results shows of these entries, in this order, and which of them it is. Of one that is not there any more, nothing.
--
-- A snippet is made from the whole text of an entry, and a page may have a hundred long ones. Texts are read for the first
-- results only, up to one megabyte in all as they are stored (compressed, where PostgreSQL compresses them).
--
-- candidates.sql explains the form of the statement, status_on the "offset 0".
select p.n as place, e.article_id, e.published_at, a.slug, a.state, r.title, r.directive_type, r.directive_number,
    r.directive_issuer, r.directive_issued_on, r.directive_title, r.summary, s.eid, s.marker, s.heading,
    case when sum(coalesce(pg_column_size(r.body), pg_column_size(s.paragraphs), 0)) over (order by p.n) <= 1000000
        then r.body end as body,
    case when sum(coalesce(pg_column_size(r.body), pg_column_size(s.paragraphs), 0)) over (order by p.n) <= 1000000
        then case when s.notes is null then s.paragraphs::text else section_words(s.paragraphs, s.notes) end end as paragraphs,
    (select shown from status_on(e.article_id, s.eid, asked.day)) as force
from unnest((select :entries::bigint[])) with ordinality p (entry, n)
cross join (select :day::date as day offset 0) asked
cross join lateral (select article_id, section_id, published_at from search_entry
    where id = p.entry and tableoid::bigint = (select :table::bigint) limit 1) e
cross join lateral (select slug, state, live_revision_id from public_article where id = e.article_id limit 1) a
cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
        coalesce(directive_title, title) as directive_title,
        case when e.section_id is null then summary end as summary, case when e.section_id is null then body end as body
    from revision where id = a.live_revision_id limit 1) r
left join lateral (select eid, marker, heading, paragraphs, notes from section where id = e.section_id limit 1) s on true
order by p.n
