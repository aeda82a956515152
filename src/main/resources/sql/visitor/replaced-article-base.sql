-- Replaces the imported views of an article. Its views in all change by as much.
with total as (
    insert into article_views as t (article_id, slot, views)
    select :article, -1, :views::bigint - coalesce((select views from article_base where article_id = :article), 0)
    on conflict (article_id, slot) do update set views = t.views + excluded.views)
insert into article_base (article_id, views) values (:article, :views)
on conflict (article_id) do update set views = excluded.views
