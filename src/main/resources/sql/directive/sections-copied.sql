-- The sections of one revision for another.
insert into section (revision_id, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs)
select :to, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs
from section
where revision_id = :from
