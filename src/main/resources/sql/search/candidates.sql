-- The entries that may be results, with their texts, if there are few of them; otherwise one row with their number only.
--
-- The entries of the newest blocks come first: a frequent word has enough matches in them, and PostgreSQL reads older
-- entries only if the limit is not reached. Articles, revisions and sections are joined by lateral subqueries with
-- "limit 1", because the planner does not know that there are few rows. The parameters stand inside subqueries so that the
-- planner cannot use their values for estimates. With values it would plan anew each time, which takes longer than the
-- search. The limit is no parameter, because the planner has to know it.
--
-- Bitmaps of matches are to stay exact, because reading the words of entries is slow: so work_mem is larger for this
-- statement. (It is set in its transaction, which is the statement itself.)
with newest as materialized (
    select ('''@a' || id / 1024 || '''|''@a' || id / 1024 - 1 || '''')::tsquery as tiny,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        ('''@d' || id / 262144 || '''|''@d' || id / 262144 - 1 || '''')::tsquery as huge,
        set_config('work_mem', '64MB', true)
    from (select max(id) as id from search_entry) last),
asked as materialized (select :candidates::tsquery as query, newest.* from newest),
probe as materialized (
    select e.* from asked, lateral (
        select id, length from search_entry where search_lexemes(words) @@ (query && tiny)
        union all
        select id, length from search_entry where search_lexemes(words) @@ (query && large && !!tiny)
        union all
        select id, length from search_entry where search_lexemes(words) @@ (query && huge && !!large)
        union all
        select id, length from search_entry where search_lexemes(words) @@ (query && !!huge)) e
    limit {most} + 1),
few as materialized (select count(*) <= {most} and coalesce(sum(length), 0) <= {mostWords} as few from probe)
select few.few, e.*, a.slug, a.state, r.*, s.eid, s.marker, s.heading,
    s.paragraphs::text as paragraphs
from few left join ((select id from probe where (select few from few)) p
    cross join lateral (select id as entry, length, article_id, section_id, published_at, type, issuer, year, tags
        from search_entry where id = p.id limit 1) e
    cross join lateral (select slug, state, live_revision_id from public_article where id = e.article_id limit 1) a
    cross join lateral (select title, directive_type, directive_number, directive_number_key, directive_issuer,
            directive_issued_on, directive_title as own_title, coalesce(directive_title, title) as directive_title,
            case when e.section_id is null then summary end as summary, case when e.section_id is null then byline end as byline,
            case when e.section_id is null then body end as body
        from revision where id = a.live_revision_id limit 1) r
    left join lateral (select eid, marker, heading, paragraphs from section where id = e.section_id limit 1) s
        on true) on true
