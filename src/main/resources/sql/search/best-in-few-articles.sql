-- The entries that best-of-many.sql finds on a day, in that order, if the articles of which anything is in force on it have few entries:
-- these are looked at, where that statement would go through all that match. One row without a tier says that none was found, or that
-- there are too many entries.
--
-- The lexemes of an entry are made once for all tiers: that takes longer than all else. For "offset 0" see status_on.
with in_force as materialized (
    select article_id from in_force_period where from_day <= (select :day::date) and before_day > (select :day::date)
    union all
    select article_id from in_force_section where from_day <= (select :day::date) and before_day > (select :day::date)
    limit {mostPeriods} + 1),
entries as materialized (
    select e.*
    from (select distinct article_id from in_force where (select count(*) <= {mostPeriods} from in_force)) a
    cross join lateral (select id, article_id, section_id, words, tableoid, ctid as row from search_entry where article_id = a.article_id offset 0) e
    limit {mostEntries} + 1),
few as materialized (select (select count(*) <= {mostPeriods} from in_force) and (select count(*) <= {mostEntries} from entries) as few),
looked_at as materialized (
    select e.id, e.tableoid, e.row, search_lexemes(e.words) as lexemes
    from entries e
    cross join lateral (select (select eid from section where id = e.section_id) as eid, (select :day::date) as day offset 0) asked
    where (select few from few) and (select status from status_on(e.article_id, asked.eid, asked.day)) in ('in-force', 'partly')),
newest as materialized (
    select (id / 4096 - 1) * 4096 as small_from, (id / 32768 - 1) * 32768 as large_from, (id / 262144 - 1) * 262144 as huge_from
    from (select max(id) as id from search_entry) last),
found as materialized (
    select e.*, t.place as tier
    from newest, unnest((select :tiers::text[]::tsquery[]), (select :rare::boolean[])) with ordinality t(query, rare, place),
    lateral (
        select id as entry, tableoid
        from looked_at where lexemes @@ t.query
        order by {blocksNewestFirst}, looked_at.row
        limit {most}) e
    limit {most})
select few.few, f.tier, f.entries, f.entry_table, (select stamp from public_moments) as stamp
from few left join (select tier, array_agg(entry) as entries, min(tableoid::bigint) as entry_table from found group by tier) f on true
order by f.tier
