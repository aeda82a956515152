-- Webhooks as they are shown, the newest first. {after} goes on behind a row, {total} counts all.
select w.id, w.name, w.url, w.event_types,
       array(select k.slug from unnest(w.category_ids) with ordinality i (id, place)
             join article_category k on k.category_id = i.id order by i.place) as categories,
       w.tags, w.directive_types, w.ordered, w.created_at, w.created_by, w.version,
       s.state, s.reason, s.reached, s.replay_to, s.failed_tries, s.failing_since, s.next_try_at, s.last_delivered_at, s.last_status,
       s.last_failure, greatest(l.last - s.reached, 0) as behind,
       array(select encode(k.public_key, 'base64') from webhook_key k
             where k.webhook_id = w.id and (k.ends_at is null or k.ends_at > :now) order by k.created_at desc, k.id desc) as public_keys,
       (select max(k.ends_at) from webhook_key k where k.webhook_id = w.id and k.ends_at > :now) as former_until, {total} as total
from webhook w
join webhook_state s on s.webhook_id = w.id
cross join change_log l
where {where} {after}
order by w.created_at desc, w.id desc limit :limit offset :offset
