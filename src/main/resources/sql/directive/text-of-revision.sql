-- The sections of a revision, and first a row for what the text outside them cites.
select 0 as position, null as eid, null as parent_eid, null::smallint as level, null as kind, null as number, null as marker,
    null as heading, null as paragraphs, citations::text as citations
from revision_citations
where revision_id = :revision
union all
select position, eid, parent_eid, level, kind, number, marker, heading, paragraphs::text, citations::text
from revision_section
where revision_id = :revision
order by position
