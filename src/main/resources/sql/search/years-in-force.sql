-- The years of public documents, each with the first day on which one of that year is in force where that is earlier than the year; null for
-- documents of which the year is not known. With the stamp of the public content.
select y.year, e.in_force_from, (select stamp from public_moments) as stamp
from (select value::bigint as year from public_count where field = 'directives.year' group by value having sum(change) > 0) y
full join early_force e on e.year = y.year
