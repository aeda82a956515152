-- The sections of a revision, and a row for what the text outside them cites. Java sorts them: they come almost in order, and the
-- database would write long texts to disk to sort them.
select 0 as position, null as eid, null as parent_eid, null::smallint as level, null as kind, null as number, null as marker,
    null as heading, null::json as paragraphs, citations, null::json as notes
from revision_citations
where revision_id = :revision
union all
select position, eid, parent_eid, level, kind, number, marker, heading, paragraphs, citations, notes
from revision_section
where revision_id = :revision
