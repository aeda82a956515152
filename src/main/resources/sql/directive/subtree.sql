-- A section and the sections inside it: those that follow it, up to the next section of its level.
select s.revision_id, s.position, s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading, s.paragraphs, s.citations
from section_with_citations s
where s.revision_id = :revision
  and s.position >= (select top.position from section top where top.revision_id = :revision and top.eid = :eId)
  and s.position < coalesce((select min(e.position) from section e, section top
      where top.revision_id = :revision and top.eid = :eId
        and e.revision_id = :revision and e.position > top.position and e.level <= top.level), 2147483647)
order by s.position
