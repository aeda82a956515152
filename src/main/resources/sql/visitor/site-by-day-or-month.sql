-- :unit is 'day' or 'month'. The latest days are still kept by hour.
select date_trunc(:unit, day::timestamp)::date as day, sum(visits)::bigint as visits, sum(visitors)::bigint as visitors,
       sum(hits)::bigint as hits, sum(views)::bigint as views
from (select day, visits, visitors, hits, views from site_day where day between :first and :last
      union all select day, visits, visitors, hits, views from site_hour where day between :first and :last) counted
group by 1
