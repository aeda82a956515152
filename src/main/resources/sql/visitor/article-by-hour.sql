select hour, sum(views)::bigint as views
from article_hour
where article_id = :article and day between :first and :last
group by hour
