-- The sections of a revision, sorted by Java: see text-of-revision.sql.
select position, eid, parent_eid, level, kind, number, marker, heading, paragraphs, citations, notes
from revision_section
where revision_id = :revision
