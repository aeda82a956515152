-- What became of a message: where its webhook is now, and a line for the log of deliveries. Nothing if another instance has taken
-- over, or the webhook is not where this instance believes.
with told as (
    update webhook_state
    set reached = :reached, done = :done::bigint[],
        resync_to = :resyncTo::bigint,
        replay_at = case when :ofReplay then :replayAt::bigint else replay_at end,
        replay_to = case when :ofReplay and :replayAt::bigint is null then null else replay_to end,
        state = coalesce(:state::text, state), reason = coalesce(:reason::text, reason),
        failed_tries = :failedTries, failing_since = :failingSince::timestamptz, next_try_at = :nextTryAt::timestamptz,
        last_delivered_at = coalesce(:deliveredAt::timestamptz, last_delivered_at),
        last_status = :status::integer, last_failure = :failure::text
    where webhook_id = :webhook and lease_holder = :holder and reached = :reachedBefore
      and resync_to is not distinct from :resyncBefore::bigint and (not :ofReplay or replay_at = :replayBefore::bigint)
    returning webhook_id)
insert into webhook_delivery (webhook_id, message_id, event_type, number, tried_at, tries, status, failure, millis, next_try_at)
select webhook_id, :message::text, :type::text, :number::bigint, :now::timestamptz, :tries::integer, :status::integer, :failure::text,
       :millis::integer, case when :failure::text is not null then :messageTryAt::timestamptz end
from told
