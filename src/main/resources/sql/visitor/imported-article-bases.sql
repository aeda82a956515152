-- Replaces the imported views of articles. Their views in all change by as much.
with given as (select * from unnest(:articles::uuid[], :views::bigint[]) as g (article_id, views)),
total as (
    insert into article_views as t (article_id, slot, views)
    select g.article_id, -1, g.views - coalesce(b.views, 0)
    from given g left join article_base b on b.article_id = g.article_id order by g.article_id
    on conflict (article_id, slot) do update set views = t.views + excluded.views)
insert into article_base (article_id, views) select article_id, views from given order by article_id
on conflict (article_id) do update set views = excluded.views
