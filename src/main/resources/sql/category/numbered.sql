-- Writes what follows from the whole tree: each category's place in its order, and its path. Only rows for which that is
-- new are written. What was merged has the path of the category to which its articles went.
with recursive sibling as (
    select id, parent_id, slug, title,
        row_number() over (partition by parent_id order by sort_order, title collate "vi-x-icu", id) as n
    from category
    where merged_into is null),
tree as (
    select id, array[n] as ranks, array[id] as path_ids,
        jsonb_build_array(jsonb_build_object('slug', slug, 'title', title)) as path
    from sibling
    where parent_id is null
    union all
    select s.id, t.ranks || s.n, t.path_ids || s.id,
        t.path || jsonb_build_array(jsonb_build_object('slug', s.slug, 'title', s.title))
    from tree t
    join sibling s on s.parent_id = t.id),
numbered as (select id, row_number() over (order by ranks) as place, path_ids, path from tree)
update category c set place = n.place, path_ids = n.path_ids, path = n.path
from (select id, place, path_ids, path from numbered
    union all
    select m.id, null, n.path_ids, n.path from category m join numbered n on n.id = m.merged_into) n
where n.id = c.id and (n.place, n.path_ids, n.path) is distinct from (c.place, c.path_ids, c.path)
