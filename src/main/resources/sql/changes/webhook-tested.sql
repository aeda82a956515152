-- What became of a test message: it is tried once.
with tested as (
    update webhook_state set test_id = null
    where webhook_id = :webhook and lease_holder = :holder and test_id = :message
    returning webhook_id)
insert into webhook_delivery (webhook_id, message_id, event_type, tried_at, tries, status, failure, millis)
select webhook_id, :message::text, :type::text, :now::timestamptz, 1, :status::integer, :failure::text, :millis::integer
from tested
