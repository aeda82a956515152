-- Ranks articles by their present views.
insert into article_rank as r (article_id, views)
select article_id, sum(views) from article_views where article_id = any (:articles) group by article_id
on conflict (article_id) do update set views = excluded.views where r.views <> excluded.views
