-- The categories directly below one, or at the top.
select slug, title from category
where merged_into is null and parent_id is not distinct from (select category_id from category_slug where slug = :parent)
order by sort_order, id
