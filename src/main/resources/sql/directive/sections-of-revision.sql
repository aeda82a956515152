-- The sections of a revision.
select eid, parent_eid, level, kind, number, marker, heading, paragraphs::text as paragraphs, citations::text as citations
from revision_section
where revision_id = :revision
order by position
