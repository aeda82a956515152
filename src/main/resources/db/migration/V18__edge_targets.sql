-- Caches in front that are purged, and how far each is: see vn.loa.changes.edge.
create table edge_target (
    -- as vn.loa.changes.edge.Targets names it
    name         text primary key,
    -- Each change up to this number has been purged. null: everything is to be purged.
    reached      bigint,
    failed_tries integer not null default 0,
    next_try_at  timestamptz,
    -- The instance that purges it, and until when, by the database's clock. No other one may.
    lease_holder uuid,
    lease_until  timestamptz
) with (fillfactor = 50);
