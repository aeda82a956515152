-- The entries that best-of-many.sql finds on a day, in that order, if few articles have anything that is in force on it: their entries
-- are looked at, where that statement would go through all that match. One row without a tier says that none was found, or that there are
-- too many articles.
with in_force as materialized (
    select article_id from in_force_period where from_day <= (select :day::date) and before_day > (select :day::date)
    union
    select article_id from in_force_section where from_day <= (select :day::date) and before_day > (select :day::date)
    limit {mostArticles} + 1),
few as materialized (select count(*) <= {mostArticles} as few from in_force),
newest as materialized (
    select (id / 4096 - 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from, (id / 262144 - 1) * 262144 as huge_from
    from (select max(id) as id from search_entry) last),
found as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[]), (select :rare::boolean[])) with ordinality t(query, rare, place),
    lateral (
        select own.id as entry, own.tableoid
        from (select article_id from in_force where (select few from few)) a
        cross join lateral (select s.id, s.section_id, s.tableoid, s.ctid as row from search_entry s
            where s.article_id = a.article_id and search_lexemes(s.words) @@ t.query offset 0) own
        cross join lateral (select (select eid from section where id = own.section_id) as eid, (select :day::date) as day offset 0) asked
        where (select status from status_on(a.article_id, asked.eid, asked.day)) in ('in-force', 'partly')
        order by case when rare then 0 else (own.id < small_from)::int + (own.id < large_from)::int + (own.id < huge_from)::int end, own.row
        limit {most}) e
    limit {most})
select few.few, f.tier, f.entries, f.entry_table, (select stamp from public_moments) as stamp
from few left join (select tier, array_agg(entry) as entries, min(tableoid::bigint) as entry_table from found group by tier) f on true
order by f.tier
