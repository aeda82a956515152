-- The views of those of these articles that are public.
select a.id, coalesce((select sum(v.views) from article_views v where v.article_id = a.id), 0)::bigint as views
from public_article a
where a.id = any (:articles)
