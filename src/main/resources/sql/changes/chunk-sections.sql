-- The sections of chunks, with those of their revisions that may stand around them. Only the former have their words.
select r.id as revision_id, p.position, s.id, s.eid, s.parent_eid, s.kind, s.number, s.marker, s.heading,
    case when s.id = any ((select :sections::bigint[])::bigint[]) then s.paragraphs end as paragraphs,
    case when s.id = any ((select :sections::bigint[])::bigint[]) then s.notes end as notes
from revision r
cross join lateral unnest(r.section_ids) with ordinality p (section_id, position)
join section s on s.id = p.section_id
where r.id = any ((select :revisions::bigint[])::bigint[])
