-- The hours of days before :before become one row a day and article.
with old as (delete from article_hour where day < :before returning article_id, day, views)
insert into article_day as d (article_id, day, views) select article_id, day, sum(views) from old group by 1, 2
on conflict (article_id, day) do update set views = d.views + excluded.views
