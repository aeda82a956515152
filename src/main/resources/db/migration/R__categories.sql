-- What each identity of a category means today: that category, or the one to which its articles went.
create or replace view article_category as
select k.id as category_id, c.id, c.slug, c.title, c.path_ids, c.path
from category k
join category c on c.id = coalesce(k.merged_into, k.id);

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
