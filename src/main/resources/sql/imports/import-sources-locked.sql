-- Locks keys, in an order that is the same for all who lock some.
select pg_advisory_xact_lock(k.lock)
from (select distinct hashtextextended(:name || ' ' || s.source, 42) as lock from unnest(:sources::text[]) s (source) order by 1) k
