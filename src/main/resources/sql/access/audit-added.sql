-- Adds entries to the audit log, in the order of the arrays.
insert into audit (at, actor, action, subject, subject_id, from_revision, to_revision, details)
select e.at::timestamptz, e.actor, e.action, e.subject, e.subject_id, e.from_revision::integer, e.to_revision::integer, e.details::jsonb
from unnest(:times::text[], :actors::text[], :actions::text[], :subjects::text[], :ids::uuid[], :froms::text[], :tos::text[], :details::text[])
    with ordinality e (at, actor, action, subject, subject_id, from_revision, to_revision, details, place)
order by e.place
