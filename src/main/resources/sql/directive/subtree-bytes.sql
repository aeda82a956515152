-- How many bytes the sections of subtree.sql take in an answer.
with top as (
    select position, level from revision_section
    where revision_id = :revision and article_id = :article and eid = :eId),
behind as (
    select min(s.position) as position from top join revision_section s
        on s.revision_id = :revision and s.position > top.position and s.level <= top.level)
select coalesce(sum(s.bytes), 0)::bigint as total
from top cross join behind join revision_section s on s.revision_id = :revision and s.position >= top.position
    and (behind.position is null or s.position < behind.position)
