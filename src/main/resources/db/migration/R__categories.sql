-- What each identity of a category means today: that category, or the one to which its articles went. Nearly none went anywhere, and
-- nothing is looked up for null: so a list of twenty articles looks up twenty categories and not forty.
create or replace view article_category as
select k.id as category_id, coalesce(c.id, k.id) as id, case when c.id is null then k.slug else c.slug end as slug,
       case when c.id is null then k.title else c.title end as title,
       case when c.id is null then k.path_ids else c.path_ids end as path_ids,
       case when c.id is null then k.path else c.path end as path
from category k
left join category c on c.id = k.merged_into;

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
