-- The entries of a search with many candidates, tier by tier, with the stamp of the public content. By what they are ordered and
-- counted is known in memory: see vn.loa.search.known. What a page shows of them is read by shown-entries.sql.
--
-- The tiers are read one after the other until there are enough results. Of a tier, the entries of the newest blocks come
-- first: see matches-newest-first.sql. Those of a rare tier are found at once, which takes a fourth of the time.
-- candidates.sql also explains the form of the statement.
--
-- Of what is in force on a day, few articles may be left, which are known beforehand then.
with newest as materialized (
    select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as small,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        ('''@d' || id / 262144 || '''|''@d' || id / 262144 - 1 || '''')::tsquery as huge,
        (id / 4096 - 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from,
        (id / 262144 - 1) * 262144 as huge_from, set_config('work_mem', '64MB', true)
    from (select max(id) as id from search_entry) last),
in_force as materialized (
    select article_id from in_force_period
    where (select :inForceAlone::boolean) and from_day <= (select :day::date) and before_day > (select :day::date)
    union all
    select article_id from in_force_section
    where (select :inForceAlone::boolean) and from_day <= (select :day::date) and before_day > (select :day::date)
    limit {mostInForce} + 1),
few as materialized (select count(*) <= {mostInForce} as few from in_force),
found as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[]), (select :rare::boolean[])) with ordinality t(query, rare, place),
    lateral (select * from (
        select id as entry, article_id, section_id, tableoid
        from search_entry where search_lexemes(words) @@ small and search_lexemes(words) @@ t.query
            and not rare
        union all
        select id as entry, article_id, section_id, tableoid
        from search_entry where search_lexemes(words) @@ large and search_lexemes(words) @@ t.query
            and id + 0 < small_from and small_from > 0 and not rare
        union all
        select id as entry, article_id, section_id, tableoid
        from search_entry where search_lexemes(words) @@ huge and search_lexemes(words) @@ t.query
            and id + 0 < large_from and large_from > 0 and not rare
        union all
        select id as entry, article_id, section_id, tableoid
        from search_entry where search_lexemes(words) @@ t.query
            and (rare or id + 0 < huge_from) and (rare or huge_from > 0)) newest_first
    where not (select :inForceAlone::boolean) or not ((select few from few) and article_id not in (select article_id from in_force))
        and (select st.status from force_status st where st.article_id = newest_first.article_id and st.eid in ('', (select eid from section where id = newest_first.section_id))
        and st.from_day <= (select :day::date) and st.before_day > (select :day::date) order by st.eid desc limit 1) in ('in-force', 'partly')
    limit {most}) e
    limit {most})
select tier, array_agg(entry) as entries, min(tableoid::bigint) as entry_table, (select stamp from public_moments) as stamp
from found group by tier order by tier
