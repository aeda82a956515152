-- The entries that best-of-many.sql finds on a day, if the articles of which anything is in force on it have few entries: these are looked
-- at, where that statement would go through all that match. There are no more of them than are found, so none is left out. One row
-- without a tier says that none was found, or that there are too many entries, or too many periods.
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
    cross join lateral (select id, article_id, section_id, words, tableoid from search_entry where article_id = a.article_id offset 0) e
    limit {mostEntries} + 1),
few as materialized (select (select count(*) <= {mostPeriods} from in_force) and (select count(*) <= {mostEntries} from entries) as few),
looked_at as materialized (
    select e.id, e.tableoid, search_lexemes(e.words) as lexemes
    from entries e
    cross join lateral (select (select eid from section where id = e.section_id) as eid, (select :day::date) as day offset 0) asked
    where (select few from few) and (select status from status_on(e.article_id, asked.eid, asked.day)) in ('in-force', 'partly')),
found as (
    select t.place as tier, array_agg(l.id) as entries, min(l.tableoid::bigint) as entry_table
    from unnest((select :tiers::text[]::tsquery[])) with ordinality t (query, place)
    join looked_at l on l.lexemes @@ t.query
    group by t.place)
select few.few, f.tier, f.entries, f.entry_table, (select stamp from public_moments) as stamp
from few left join found f on true
order by f.tier
