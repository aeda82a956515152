-- The tries to deliver messages of a webhook, the newest first. {after} goes on behind a row, {total} counts all.
select d.id, d.message_id, d.event_type, d.number, d.tried_at, d.tries, d.status, d.failure, d.millis, d.next_try_at, {total} as total
from webhook_delivery d
where d.webhook_id = :webhook {after}
order by d.tried_at desc, d.id desc limit :limit offset :offset
