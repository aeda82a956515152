-- Takes or renews the leases of webhooks that have something to be told now, and reads them. Those that another instance holds, or
-- somebody changes at this moment, are left out. No try is planned for more than a day ahead: such a time is from an instance whose
-- clock was wrong.
with due as materialized (
    select d.webhook_id
    from webhook_state d
    cross join change_log l
    where (d.lease_until is null or d.lease_until < clock_timestamp() or d.lease_holder = :holder)
      and (d.test_id is not null or d.state = 'active' and (d.next_try_at is null or d.next_try_at <= :now or d.next_try_at > :now + interval '25 hours')
          and (d.reached <> l.last or d.replay_to is not null or d.resync_to is not null))
    order by d.next_try_at nulls first, d.webhook_id
    limit :most
    for update of d skip locked)
update webhook_state s
set lease_holder = :holder, lease_until = clock_timestamp() + make_interval(secs => :seconds)
from webhook w
where w.id = s.webhook_id and s.webhook_id in (select webhook_id from due)
returning w.id, w.version, w.url, w.ordered, s.state, s.reached, s.done, s.resync_to, s.replay_at, s.replay_to, s.test_id,
    s.failed_tries, s.failing_since, s.next_try_at
