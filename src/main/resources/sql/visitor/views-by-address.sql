-- The views of public articles, by what they were asked for with: their ids, or slugs that they have or had in public.
select asked.address, a.id, a.slug,
       coalesce((select sum(v.views) from article_views v where v.article_id = a.id), 0)::bigint as views
from (select given.id::text as address, given.id as article_id from unnest(:ids::uuid[]) as given (id)
      union all
      select n.slug, n.article_id from slug n where n.public and n.slug = any (:slugs::text[])) asked
join public_article a on a.id = asked.article_id
