-- What each identity of a category means today: that category, or the one to which its articles went, whose path it has. So an article
-- looks up one row.
create or replace view article_category as
select id as category_id, coalesce(merged_into, id) as id,
       case when merged_into is null then slug else path -> -1 ->> 'slug' end as slug,
       case when merged_into is null then title else path -> -1 ->> 'title' end as title,
       path_ids, path
from category;

-- The identities of these categories and of all below them. A former slug names its category, too; one that names none adds
-- nothing.
create or replace function category_identities(slugs text[]) returns uuid[] language sql stable parallel safe as $$
select array(
    select distinct k.id
    from category_slug s
    join category c on c.path_ids @> array[s.category_id]
    join category k on k.id = c.id or k.merged_into = c.id
    where s.slug = any (slugs))
$$;

-- Which categories texts name, whether the public reads them or not.
create or replace view text_category as select category_id from revision where category_id is not null;
