-- The places of the next chunks: the body of each public article (position 0), and its sections, by the article's id. Of the
-- next :scanned articles those that agree with the filters; scanned_to is the last of them where more follow. Few of their sections
-- are looked up: a page has at most :size chunks and one more. Named articles are read by a statement of their own: with one
-- condition for both ("or") PostgreSQL would go through all articles.
with scanned as materialized (
    (select a.id, a.live_revision_id as revision_id, a.category_id
        from public_article a where a.id >= :from and (select :articles::uuid[]) is null order by a.id limit :scanned)
    union all
    (select a.id, a.live_revision_id, a.category_id
        from public_article a where a.id = any ((select :articles::uuid[])::uuid[]) and a.id >= :from order by a.id limit :scanned)),
matching as (
    select s.id, s.revision_id, r.section_ids, r.body_bytes
    from scanned s join revision r on r.id = s.revision_id
    where ((select :type::text) is null or r.directive_type_fold = folded((select :type::text)))
      and ((select :categories::uuid[]) is null or s.category_id = any ((select :categories::uuid[])::uuid[]))),
counted as (
    select m.*, coalesce(sum(cardinality(section_ids) + 1) over (order by id rows between unbounded preceding and 1 preceding), 0)
        as before
    from matching m),
places as (
    select c.id, c.revision_id, p.position, p.section_id, coalesce(s.bytes, c.body_bytes) as bytes
    from counted c
    cross join lateral (
        select 0::bigint as position, null::bigint as section_id
        union all
        select p.position, p.section_id from unnest(c.section_ids) with ordinality p (section_id, position)) p
    left join section s on s.id = p.section_id
    where c.before <= :size + coalesce((select cardinality(section_ids) + 1 from matching where id = :from), 0) and (c.id > :from or p.position > :position)
    order by c.id, p.position limit :size + 1)
select id, revision_id, position, section_id, bytes, null::uuid as scanned_to from places
union all
select null, null, null, null, null, id from (select id, count(*) over () as many from scanned order by id desc limit 1) s where s.many = :scanned
order by id nulls last, position
