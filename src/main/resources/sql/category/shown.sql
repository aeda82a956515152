-- Categories with the number of public articles in each and below it, in the order of the tree. {where} says which. {after}
-- goes on behind a row.
with counted as (
    select above.id, sum(direct.articles)::bigint as articles
    from (select value::uuid as id, sum(change) as articles from public_count where field = 'articles.category'
          group by value having sum(change) <> 0) direct
    join article_category c on c.category_id = direct.id
    cross join lateral unnest(c.path_ids) above (id)
    group by above.id)
select c.id, c.slug, c.title, c.sort_order, parent.slug as parent, cardinality(c.path_ids) as depth, c.path::text as path, c.version, c.place,
    coalesce(n.articles, 0) as articles, {total} as total
from category c
left join category parent on parent.id = c.parent_id
left join counted n on n.id = c.id
where {where} {after}
order by c.place limit :limit offset :offset
