-- Replaces an article's views of a day that is over. The site's views of the day, and the article's views in all, change by
-- as much.
with hours as (delete from article_hour where article_id = :article and day = :day returning views),
difference as (
    select :views::bigint - coalesce((select sum(views) from hours), 0)
              - coalesce((select views from article_day where article_id = :article and day = :day), 0) as views),
site as (
    insert into site_day as d (day, visits, visitors, hits, views) select :day, 0, 0, 0, views from difference
    on conflict (day) do update set views = d.views + excluded.views),
total as (
    insert into article_views as t (article_id, slot, views) select :article, -1, views from difference
    on conflict (article_id, slot) do update set views = t.views + excluded.views)
insert into article_day (article_id, day, views) values (:article, :day, :views)
on conflict (article_id, day) do update set views = excluded.views
