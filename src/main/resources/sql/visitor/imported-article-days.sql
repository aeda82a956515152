-- Replaces views of articles on days that are over. The site's views of the days, and the articles' views in all, change by
-- as much. The rows of days are locked in the order of days, those of articles in the order of articles.
with given as (
    select * from unnest(:articles::uuid[], :days::date[], :views::bigint[]) as g (article_id, day, views)),
hours as (
    delete from article_hour h using given g where h.article_id = g.article_id and h.day = g.day
    returning h.article_id, h.day, h.views),
counted as (select article_id, day, sum(views) as views from hours group by article_id, day),
difference as (
    select g.article_id, g.day, g.views - coalesce(c.views, 0) - coalesce(d.views, 0) as views
    from given g
    left join counted c on c.article_id = g.article_id and c.day = g.day
    left join article_day d on d.article_id = g.article_id and d.day = g.day),
site as (
    insert into site_day as d (day, visits, visitors, hits, views)
    select day, 0, 0, 0, sum(views) from difference group by day order by day
    on conflict (day) do update set views = d.views + excluded.views),
total as (
    insert into article_views as t (article_id, slot, views)
    select article_id, -1, sum(views) from difference group by article_id order by article_id
    on conflict (article_id, slot) do update set views = t.views + excluded.views)
insert into article_day (article_id, day, views) select article_id, day, views from given order by article_id, day
on conflict (article_id, day) do update set views = excluded.views
