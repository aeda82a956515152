-- A page of results, their number, and the facets.
--
-- If there are few candidates, all of them are read and ranked. If there are many, the tiers are read one after the other
-- until there are enough results. Of a query, the entries of the newest blocks come first: large blocks of 4,096 ids and
-- small ones of 1,024 ids. A frequent word has enough matches in these blocks, and PostgreSQL reads the older entries only
-- if the limit around the query is not reached.
--
-- Articles, revisions and sections are joined by lateral subqueries with "limit 1", because the planner does not know that
-- a page has few rows. The parameters stand inside subqueries so that the planner cannot use their values for estimates.
-- With values it would plan anew each time, which takes longer than the search. The limits are no parameters, because the
-- planner has to know them. The array `unpacked` holds the words detoasted, once for all expressions that read them.
--
-- A snippet is made from the whole text of an entry, and a page may have a hundred long ones. Texts are read for the first
-- results only, up to one megabyte in all as they are stored (compressed, where PostgreSQL compresses them).
with newest as materialized (
    select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as blocks,
        ('''@s' || id / 1024 || '''|''@s' || id / 1024 - 1 || '''')::tsquery as small_blocks
    from (select coalesce(max(id), 0) as id from search_entry) last),
asked as materialized (select :candidates::tsquery as candidate_query, :mostRanked::int as most),
probe as materialized (
    select e.* from asked, newest, lateral (
        select id, article_id, revision_id, position, published_at, type, issuer, year, tags, words
        from search_entry where words @@ (asked.candidate_query && newest.small_blocks)
        union all
        select id, article_id, revision_id, position, published_at, type, issuer, year, tags, words
        from search_entry where words @@ (asked.candidate_query && !!newest.small_blocks)) e
    limit (select most + 1 from asked)),
few as materialized (select count(*) <= (select most from asked) as few from probe),
hit as materialized (
    select h.*, row_number() over (
        order by tier, rank desc, position is not null, published_at desc, id) as place
    from (select id, article_id, revision_id, position, published_at, type, issuer, year, tags, tier,
            ts_rank(unpacked[1], (select :words::tsquery), 1) as rank
        from probe, lateral (select array[words] as unpacked limit 1) e,
        lateral (select min(place) as tier
            from unnest((select :tiers::text[]::tsquery[])) with ordinality t(query, place)
            where unpacked[1] @@ query) tier
        where (select few from few) and tier is not null
        union all
        (select e.*, t.place, null
        from newest, unnest((select :tiers::text[]::tsquery[])) with ordinality t(query, place),
        lateral (select * from (
            select id, article_id, revision_id, position, published_at, type, issuer, year, tags
            from search_entry where words @@ (t.query && newest.blocks)
            union all
            select id, article_id, revision_id, position, published_at, type, issuer, year, tags
            from search_entry where words @@ (t.query && !!newest.blocks)) part limit {mostHits}) e
        where not (select few from few) limit {mostHits})) h
    order by place limit {mostHits}),
page as materialized (select * from hit order by place limit (select :size::int) offset (select :offset::int))
select (select count(*) from hit) as total,
    case when p.place is null or p.place = (select min(place) from page) then (select json_agg(f)::text from (
        (select 'type' as facet, type as value, count(*) as n from hit
            where type is not null group by 2 order by n desc, 2 limit 20)
        union all
        (select 'issuer' as facet, issuer as value, count(*) as n from hit
            where issuer is not null group by 2 order by n desc, 2 limit 20)
        union all
        (select 'year' as facet, year::text as value, count(*) as n from hit
            where year::text is not null group by 2 order by n desc, 2 limit 20)
        union all
        (select 'tag' as facet, tag as value, count(*) as n from hit, unnest(tags) tag
            where tag is not null group by 2 order by n desc, 2 limit 20)) f) end as facets,
    p.*, a.slug, a.state, r.*, s.eid, s.marker, s.heading,
    case when coalesce(sum(pg_column_size(e.text)) over (order by p.place), 0)
            + coalesce(sum(pg_column_size(s.paragraphs)) over (order by p.place), 0) <= 1000000
        then e.text end as text,
    case when coalesce(sum(pg_column_size(e.text)) over (order by p.place), 0)
            + coalesce(sum(pg_column_size(s.paragraphs)) over (order by p.place), 0) <= 1000000
        then s.paragraphs::text end as paragraphs
from (select 1) one left join (page p
    cross join lateral (select id, slug, state from public_article
        where id = p.article_id and live_revision_id = p.revision_id limit 1) a
    cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
            coalesce(directive_title, title) as directive_title
        from revision where id = p.revision_id limit 1) r
    cross join lateral (select text from search_entry where id = p.id limit 1) e
    left join lateral (select eid, marker, heading, paragraphs from section
        where id = (select section_ids[p.position + 1] from revision where id = p.revision_id) limit 1) s on true) on true
order by p.place
