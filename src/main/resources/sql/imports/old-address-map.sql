-- Old addresses in the order in which they were recorded, behind one of them. Those that another
-- one equals but for its case are said to be alike: maps of nginx tell no capitals from small letters.
select o.id, o.address, o.address_key, o.recorded_at, a.id as article_id, a.slug as article_slug, a.state as article_state, k.id as category_id, k.slug as category_slug, o.media_id,
       coalesce((select true from public_file f where f.id = o.media_id), false) as media_public,
       differs_by_case(o.id, o.address_key) as alike
from old_address o
left join article a on a.id = o.article_id
left join article_category k on k.category_id = o.category_id
where o.id > :after
order by o.id limit :limit
