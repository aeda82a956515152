-- The articles with most views since a day, without those that were not read.
select c.article_id, sum(c.views)::bigint as views
from (select article_id, views from article_hour where day >= :since
      union all select article_id, views from article_day where day >= :since) c
join public_article a on a.id = c.article_id
group by c.article_id
having sum(c.views) > 0
order by views desc, c.article_id desc
limit :size
