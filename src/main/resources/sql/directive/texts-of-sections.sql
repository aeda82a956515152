-- The words of the sections of revisions. Java sorts them, because the database would write long texts to disk to sort them.
select revision_id, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs, notes
from revision_section
where revision_id = any (:revisions)
