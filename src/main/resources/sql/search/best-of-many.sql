-- The entries of a search with many candidates, tier by tier, with the stamp of the public content. By what they are ordered and
-- counted is known in memory: see vn.loa.search.known. What a page shows of them is read by shown-entries.sql.
--
-- The tiers are read one after the other until there are enough results. Of a tier, the entries of the newest blocks come
-- first: see matches-newest-first.sql. Where old ones are needed, and there are not many, they are found at once, counted and
-- put into the same order, which takes half of the time. Those of a rare tier are taken as they are found.
-- candidates.sql also explains the form of the statement.
--
-- What is in force on a day is found by a statement that also has in-force-articles.sql and in-force-only.sql: PostgreSQL takes a
-- tenth longer with these, though it would carry nothing of them out.
with newest as materialized (
    select (select string_agg('''@b' || id / 4096 - n || '''', '|') from generate_series(0, {smallBlocks} - 1) as b (n))::tsquery as small,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        ('''@d' || id / 262144 || '''|''@d' || id / 262144 - 1 || '''')::tsquery as huge,
        small_from, large_from, huge_from,
        case when huge_from > 0 then huge_from when large_from > 0 then large_from else small_from end as last_from,
        set_config('work_mem', '64MB', true)
    from (select id, (id / 4096 - {smallBlocks} + 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from,
            (id / 262144 - 1) * 262144 as huge_from
        from (select max(id) as id from search_entry) last) blocks),
{ofDay}found as materialized (
    select e.*, t.place as tier, e.entry < last_from as old
    from newest, unnest((select :tiers::text[]::tsquery[]), (select :rare::boolean[]), (select :together::boolean[]))
        with ordinality t(query, rare, together, place),
    lateral (select * from (
        select id as entry, article_id, section_id, tableoid, 0 as matches
        from search_entry where search_lexemes(words) @@ small and search_lexemes(words) @@ t.query
            and not together
        union all
        select id as entry, article_id, section_id, tableoid, 0 as matches
        from search_entry where search_lexemes(words) @@ large and search_lexemes(words) @@ t.query
            and id + 0 < small_from and large_from > 0 and not together
        union all
        select id as entry, article_id, section_id, tableoid, 0 as matches
        from search_entry where search_lexemes(words) @@ huge and search_lexemes(words) @@ t.query
            and id + 0 < large_from and huge_from > 0 and not together
        union all
        select id as entry, article_id, section_id, tableoid, 0 as matches
        from search_entry where search_lexemes(words) @@ t.query
            and id + 0 < last_from and last_from > 0 and not together
        union all
        select * from (
            select id as entry, article_id, section_id, tableoid, count(*) over () as matches
            from search_entry where search_lexemes(words) @@ t.query
                and together
            order by case when rare then 0 else (id < small_from)::int + (id < large_from)::int + (id < huge_from)::int end, ctid) all_of_them
        ) newest_first
    {onDay}
    limit {most}) e
    limit {most})
select tier, array_agg(entry) as entries, bool_or(old) as old, max(matches)::integer as matches, min(tableoid::bigint) as entry_table,
    (select stamp from public_moments) as stamp
from found group by tier order by tier
