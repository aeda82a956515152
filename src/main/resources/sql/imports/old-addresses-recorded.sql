-- Records old addresses, but for those that are recorded.
insert into old_address (id, address_key, address, article_id, category_id, media_id, recorded_at)
select n.id, n.address_key, n.address, n.article_id, n.category_id, n.media_id, :now
from unnest(:ids::uuid[], :keys::text[], :addresses::text[], :articles::uuid[], :categories::uuid[], :files::uuid[])
    n (id, address_key, address, article_id, category_id, media_id)
order by n.address_key
on conflict (address_key) do nothing
