-- Takes or renews the lease of a target that is due: changes wait for it, or its database was set back to before what the caller
-- knows to have been reached. No try is planned for more than a day ahead: such a time is from an instance whose clock was wrong. A target that is new has a row from the next time on.
with added as (
    insert into edge_target (name)
    select :name::text where not exists (select from edge_target where name = :name)
    on conflict do nothing)
update edge_target t
set lease_holder = :holder, lease_until = clock_timestamp() + make_interval(secs => :seconds)
from change_log l
where t.name = :name
  and (t.lease_until is null or t.lease_until < clock_timestamp() or t.lease_holder = :holder)
  and (t.next_try_at is null or t.next_try_at <= :now or t.next_try_at > :now + interval '25 hours')
  and (t.reached is distinct from l.last or t.reached < :known::bigint)
returning t.reached, t.failed_tries, l.last, l.deleted_to
