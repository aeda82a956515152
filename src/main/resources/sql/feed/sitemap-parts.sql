-- The latest change in each part of the sitemap, in the order of the parts. The parts' borders are looked for first, and each
-- part is then read by its index, because numbering all articles takes longer.
with recursive part (number, first, last) as (
    select 1, '00000000-0000-0000-0000-000000000000'::uuid,
           (select id from article where state = 'published' order by id offset :size - 1 limit 1)
    union all
    select number + 1, last,
           (select id from article where state = 'published' and id > part.last order by id offset :size - 1 limit 1)
    from part where last is not null)
select changed.at as changed_at
from part, lateral (
    select max(a.public_updated_at) as at
    from (select public_updated_at from article where state = 'published' and id > part.first order by id limit :size) a) changed
where changed.at is not null
order by number
