-- A page of the citations in a section and in the sections inside it: see subtree.sql. {after} goes on
-- behind a citation.
with top as (
    select position, level from revision_section
    where revision_id = :revision and article_id = :article and eid = :eId),
behind as (
    select min(s.position) as position from top join revision_section s
        on s.revision_id = :revision and s.position > top.position and s.level <= top.level)
select c.citation::text as citation, c.position, c.place
from top cross join behind join revision_citation c on c.revision_id = :revision and c.position >= top.position
    and c.position < coalesce(behind.position, 9223372036854775807) {after}
order by c.position, c.place
limit :limit offset :offset
