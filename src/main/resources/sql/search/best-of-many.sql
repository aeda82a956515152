-- A page of the results of a search with many candidates, their number, and in the first row the labels of all of them: a
-- line for each, the best first. They are counted in Java, which takes half the time.
--
-- The tiers are read one after the other until there are enough results. Of a tier, the entries of the newest blocks come
-- first: see matches-newest-first.sql. Those of a tier with a document number are found at once, which takes a fourth of the
-- time. candidates.sql also explains the form of the statement.
--
-- Of several entries of one long text, only the best one is a result.
--
-- A snippet is made from the whole text of an entry, and a page may have a hundred long ones. Texts are read for the first
-- results only, up to one megabyte in all as they are stored (compressed, where PostgreSQL compresses them).
with newest as materialized (
    select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as small,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        ('''@d' || id / 262144 || '''|''@d' || id / 262144 - 1 || '''')::tsquery as huge,
        (id / 4096 - 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from,
        (id / 262144 - 1) * 262144 as huge_from, set_config('work_mem', '64MB', true)
    from (select max(id) as id from search_entry) last),
found as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[]), (select :rare::boolean[])) with ordinality t(query, rare, place),
    lateral (select * from (
        select id as entry, article_id, section_id, part, published_at, labels
        from search_entry where search_lexemes(words) @@ small and search_lexemes(words) @@ t.query
            and not rare
        union all
        select id as entry, article_id, section_id, part, published_at, labels
        from search_entry where search_lexemes(words) @@ large and search_lexemes(words) @@ t.query
            and id + 0 < small_from and small_from > 0 and not rare
        union all
        select id as entry, article_id, section_id, part, published_at, labels
        from search_entry where search_lexemes(words) @@ huge and search_lexemes(words) @@ t.query
            and id + 0 < large_from and large_from > 0 and not rare
        union all
        select id as entry, article_id, section_id, part, published_at, labels
        from search_entry where search_lexemes(words) @@ t.query
            and (rare or id + 0 < huge_from) and (rare or huge_from > 0)) newest_first limit {mostHits}) e
    limit {mostHits}),
hit as materialized (
    select h.*, row_number() over (order by tier, section_id is not null, published_at desc, entry) as place
    from found h
    where part = 0 or not exists (select from found better where better.part > 0 and better.article_id = h.article_id
        and better.section_id is not distinct from h.section_id and (better.tier, better.entry) < (h.tier, h.entry))),
page as materialized (
    select * from hit
    where place > coalesce((select place from hit where entry = (select :after::bigint)), (select :offset::int))
    order by place limit (select :size::int))
select (select case count(*) when {mostHits} then {mostHits} else (select count(*) from hit) end from found) as total,
    case when p.place is null or p.place = (select min(place) from page) then (
        select string_agg(labels, E'\n' order by place) from hit) end as all_labels,
    p.*, a.slug, a.state, r.title, r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on,
    r.directive_title, r.summary, s.eid, s.marker, s.heading,
    case when sum(coalesce(pg_column_size(r.body), pg_column_size(s.paragraphs), 0)) over (order by p.place) <= 1000000
        then r.body end as body,
    case when sum(coalesce(pg_column_size(r.body), pg_column_size(s.paragraphs), 0)) over (order by p.place) <= 1000000
        then section_words(s.paragraphs, s.notes) end as paragraphs
from (select 1) one left join (page p
    cross join lateral (select id, slug, state, live_revision_id from public_article where id = p.article_id limit 1) a
    cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
            coalesce(directive_title, title) as directive_title,
            case when p.section_id is null then summary end as summary, case when p.section_id is null then body end as body
        from revision where id = a.live_revision_id limit 1) r
    left join lateral (select eid, marker, heading, paragraphs, notes from section where id = p.section_id limit 1) s
        on true) on true
order by p.place
