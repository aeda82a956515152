select hour, sum(visits)::bigint as visits, sum(visitors)::bigint as visitors, sum(hits)::bigint as hits,
       sum(views)::bigint as views
from site_hour
where day between :first and :last
group by hour
