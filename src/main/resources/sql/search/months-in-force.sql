-- The months of the years that public documents have, each with the first day on which a document of the month is in force; null for none.
-- Month 0 has the documents of a year of which the day is not known; without a year it has those of which nothing is known. With the stamp
-- of the public content, and the grammar of the index. No row if the stamp is this one.
select y.year, m.month, (select min(in_force_from) from force_begin where year = y.year and month = m.month) as in_force_from,
    (select stamp from public_moments) as stamp, (select grammar from search_index) as grammar
from (select value::bigint as year from public_count where field = 'directives.year' group by value having sum(change) > 0) y
cross join generate_series(0, 12) as m (month)
where (select stamp from public_moments) is distinct from (select :stamp::uuid)
union all
-- For min() the planner would read all of them.
select null, 0, (select in_force_from from force_begin where year is null and month = 0 order by year, month, in_force_from limit 1),
    (select stamp from public_moments), (select grammar from search_index)
where (select stamp from public_moments) is distinct from (select :stamp::uuid)
