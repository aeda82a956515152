-- Old addresses with what they lead to, the newest first. {after} goes on behind a row, {total} counts all.
select o.id, o.address, o.address_key, o.recorded_at, a.id as article_id, a.slug as article_slug, a.state as article_state,
       k.id as category_id, k.slug as category_slug, o.media_id,
       coalesce((select true from public_file f where f.id = o.media_id), false) as media_public, {total} as total
from old_address o
left join article a on a.id = o.article_id
left join article_category k on k.category_id = o.category_id
where {where} {after}
order by o.id desc limit :limit offset :offset
