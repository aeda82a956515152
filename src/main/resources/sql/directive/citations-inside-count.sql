-- How many citations there are in a section and in the sections inside it; no row when there is no such section.
with top as (
    select position, level from revision_section
    where revision_id = :revision and article_id = :article and eid = :eId),
behind as (
    select min(s.position) as position from top join revision_section s
        on s.revision_id = :revision and s.position > top.position and s.level <= top.level)
select (select coalesce(sum(json_array_length(s.citations)), 0) from revision_section s
        where s.revision_id = :revision and s.position >= top.position
          and (behind.position is null or s.position < behind.position)) as total
from top cross join behind
