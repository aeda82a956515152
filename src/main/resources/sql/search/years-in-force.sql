-- The years of public documents, each with the first day on which a document of the year is in force; null for those of which the year is
-- not known. With the stamp of the public content.
select y.year, (select min(in_force_from) from force_begin where year = y.year) as in_force_from, (select stamp from public_moments) as stamp
from (select value::bigint as year from public_count where field = 'directives.year' group by value having sum(change) > 0) y
union all
-- For min() the planner would read all of them.
select null, (select in_force_from from force_begin where year is null order by year, in_force_from limit 1), (select stamp from public_moments)
