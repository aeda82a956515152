-- Entries come behind those that are here, and say from where.
insert into audit (at, actor, action, subject, subject_id, from_revision, to_revision, details)
select t.at, t.actor, t.action, t.subject, t.subject_id, t.from_revision, t.to_revision,
       t.details || jsonb_build_object('mergedFrom', :source::text)
from merging_audit t
where not exists (select from audit h where h.at = t.at and h.actor = t.actor and h.action = t.action
    and h.subject_id is not distinct from t.subject_id)
order by t.id
