-- Titles that the typed words begin, tier by tier, inside a tier the newest first. Blocks and the parameter inside
-- a subquery are those of matches-newest-first.sql, "limit 1" is that of candidates.sql.
with newest as materialized (
    select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as small,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        (id / 4096 - 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from, set_config('work_mem', '64MB', true)
    from (select max(id) as id from search_entry) last),
hit as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[])) with ordinality t(query, place),
    lateral (select * from (
        select id, article_id, published_at
        from search_entry where search_lexemes(words) @@ small and search_lexemes(words) @@ t.query and part <= 1
        union all
        select id, article_id, published_at
        from search_entry where search_lexemes(words) @@ large and search_lexemes(words) @@ t.query and part <= 1
            and id + 0 < small_from and small_from > 0
        union all
        select id, article_id, published_at
        from search_entry where search_lexemes(words) @@ t.query and part <= 1
            and id + 0 < large_from and large_from > 0) newest_first limit {mostTitles}) e
    limit {mostTitles})
select p.*, a.slug, a.state, r.*
from hit p
cross join lateral (select slug, state, live_revision_id from public_article where id = p.article_id limit 1) a
cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
        coalesce(directive_title, title) as directive_title
    from revision where id = a.live_revision_id limit 1) r
order by p.tier, p.published_at desc, p.id
