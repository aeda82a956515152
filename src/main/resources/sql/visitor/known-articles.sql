-- The articles that the public may read, by their ids, or slugs that they have or had in public.
select asked.address, a.id
from (select given.id::text as address, given.id as article_id from unnest(:ids::uuid[]) as given (id)
      union all
      select n.slug, n.article_id from slug n where n.public and n.slug = any (:slugs::text[])) asked
join public_article a on a.id = asked.article_id
