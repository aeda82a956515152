-- Like text-of-revision.sql, for several revisions.
select revision_id, 0 as position, null as eid, null as parent_eid, null::smallint as level, null as kind, null as number,
    null as marker, null as heading, null::json as paragraphs, citations, null::json as notes
from revision_citations
where revision_id = any (:revisions)
union all
select revision_id, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs, citations, notes
from revision_section
where revision_id = any (:revisions)
