-- :unit is 'day' or 'month'. The latest days are still kept by hour.
select date_trunc(:unit, day::timestamp)::date as day, sum(views)::bigint as views
from (select day, views from article_day where article_id = :article and day between :first and :last
      union all
      select day, views from article_hour where article_id = :article and day between :first and :last) counted
group by 1
