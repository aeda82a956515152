-- A section and the sections inside it: those that follow it, up to the next section of its level.
with top as (
    select position, level from revision_section
    where revision_id = :revision and article_id = :article and eid = :eId),
behind as (
    select min(s.position) as position from top join revision_section s
        on s.revision_id = :revision and s.position > top.position and s.level <= top.level)
select s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading, s.paragraphs,
    s.citations, s.notes
from top cross join behind join revision_section s on s.revision_id = :revision and s.position >= top.position
    and (behind.position is null or s.position < behind.position)
order by s.position
