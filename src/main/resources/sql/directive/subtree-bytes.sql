-- How many bytes the sections of subtree.sql take in an answer.
select coalesce(sum(s.bytes), 0)::bigint as total
from section_with_citations s
where s.revision_id = :revision
  and s.position >= (select top.position from section top where top.revision_id = :revision and top.eid = :eId)
  and s.position < coalesce((select min(e.position) from section e, section top
      where top.revision_id = :revision and top.eid = :eId
        and e.revision_id = :revision and e.position > top.position and e.level <= top.level), 2147483647)
