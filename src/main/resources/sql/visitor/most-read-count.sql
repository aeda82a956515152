-- How many articles were read since a day.
select count(*) as total
from (select c.article_id
    from (select article_id, views from article_hour where day >= :since
          union all select article_id, views from article_day where day >= :since) c
    join public_article a on a.id = c.article_id
    group by c.article_id
    having sum(c.views) > 0) read
