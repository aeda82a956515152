-- What these ids and slugs name. An article has every slug that it has or had, a category too.
select a.id::text as name, 'article' as kind, a.id, a.slug from article a where a.id = any (:ids::uuid[])
union all
select n.slug, 'article', a.id, a.slug from slug n join article a on a.id = n.article_id where n.slug = any (:articles::text[])
union all
select k.category_id::text, 'category', k.category_id, k.slug from article_category k where k.category_id = any (:ids::uuid[])
union all
select s.slug, 'category', k.category_id, k.slug
from category_slug s join article_category k on k.category_id = s.category_id where s.slug = any (:categories::text[])
union all
select m.id::text, 'file', m.id, null from media m where m.id = any (:ids::uuid[])
