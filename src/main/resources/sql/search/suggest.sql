-- Titles that the typed words begin, tier by tier, inside a tier the newest first. Blocks, "limit 1" and the parameter
-- inside a subquery are those of search.sql.
with newest as materialized (
    select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as blocks
    from (select coalesce(max(id), 0) as id from search_entry) last),
hit as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[])) with ordinality t(query, place),
    lateral (select * from (
        select id, article_id, revision_id, published_at
        from search_entry where words @@ (t.query && newest.blocks)
        union all
        select id, article_id, revision_id, published_at
        from search_entry where words @@ (t.query && !!newest.blocks)) part limit {mostTitles}) e
    limit {mostTitles})
select p.*, a.slug, a.state, r.*
from hit p
cross join lateral (select id, slug, state from public_article
    where id = p.article_id and live_revision_id = p.revision_id limit 1) a
cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
        coalesce(directive_title, title) as directive_title
    from revision where id = p.revision_id limit 1) r
order by p.tier, p.published_at desc, p.id
