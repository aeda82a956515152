-- A page of the articles with most views since a day, without those that were not read. {total} counts them all; {after} goes on
-- behind an article.
with read as (
    select c.article_id, sum(c.views)::bigint as views
    from (select article_id, views from article_hour where day >= :since
          union all select article_id, views from article_day where day >= :since) c
    join public_article a on a.id = c.article_id
    group by c.article_id
    having sum(c.views) > 0)
select r.article_id, r.views, {total} as total
from read r
where true {after}
order by r.views desc, r.article_id desc
limit :limit offset :offset
