-- The entries that may be results, with their texts, if there are few of them, and whether the wider search has others; otherwise
-- one row only.
--
-- Articles, revisions and sections are joined by lateral subqueries with "limit 1", because the planner does not know that
-- there are few rows. Limits are no parameters, because the planner has to know them.
with probe as materialized ({matches} limit {most} + 1),
few as materialized (select count(*) <= {most} and coalesce(sum(length), 0) <= {mostWords} as few from probe)
select few.few, case when few.few then ({wider}) end as wider, e.*, a.slug, a.state, r.*, s.eid, s.marker, s.heading,
    section_words(s.paragraphs, s.notes) as paragraphs
from few left join ((select * from probe where (select few from few)) e
    cross join lateral (select slug, state, live_revision_id from public_article where id = e.article_id limit 1) a
    cross join lateral (select title, directive_type, directive_number, directive_issuer,
            directive_issued_on, directive_title as own_title, coalesce(directive_title, title) as directive_title,
            case when e.section_id is null then summary end as summary, case when e.section_id is null then byline end as byline,
            case when e.section_id is null then body end as body
        from revision where id = a.live_revision_id limit 1) r
    left join lateral (select eid, marker, heading, paragraphs, notes from section where id = e.section_id limit 1) s
        on true) on true
