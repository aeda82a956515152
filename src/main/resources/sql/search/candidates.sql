-- The entries that may be results, with their texts, if there are few of them, and whether the wider search has others; otherwise
-- one row only. If a page can have all of them, also what it shows of their force. The stamp is that of the public content.
--
-- Articles, revisions and sections are joined by lateral subqueries with "limit 1", because the planner does not know that
-- there are few rows. Limits are no parameters, because the planner has to know them. Few sections have notes, and a call of
-- section_words takes as long as the rest of a search for one match. For "offset 0" see status_on.
with probe as materialized ({matches} limit {most} + 1),
few as materialized (
    select count(*) <= {most} and coalesce(sum(length), 0) <= {mostWords} as few, count(*) <= {mostShown} as shown from probe)
select few.few, few.shown, (select stamp from public_moments) as stamp, case when few.few then ({wider}) end as wider, e.*, a.slug, a.state, r.*, s.eid, s.marker, s.heading,
    case when s.notes is null then s.paragraphs::text else section_words(s.paragraphs, s.notes) end as paragraphs,
    (select status from status_on(e.article_id, s.eid, asked.day)) as status,
    case when few.shown then (select shown from status_on(e.article_id, s.eid, asked.day)) end as force
from few cross join (select :day::date as day offset 0) asked left join ((select * from probe where (select few from few)) e
    cross join lateral (select slug, state, live_revision_id from public_article where id = e.article_id limit 1) a
    cross join lateral (select title, directive_type, directive_number, directive_issuer,
            directive_issued_on, directive_title as own_title, coalesce(directive_title, title) as directive_title,
            case when e.section_id is null then summary end as summary, case when e.section_id is null then byline end as byline,
            case when e.section_id is null then body end as body
        from revision where id = a.live_revision_id limit 1) r
    left join lateral (select eid, marker, heading, paragraphs, notes from section where id = e.section_id limit 1) s
        on true) on true
