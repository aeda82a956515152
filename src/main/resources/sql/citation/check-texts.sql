-- The text of provisions from which is quoted: for each revision the sections under these first steps of an eId, or all of them
-- for an empty word. Of more text than is compared the last sections are left out.
select s.revision_id, s.eid, s.marker, s.heading, s.paragraphs
from (
    select r.revision_id, r.position, r.eid, r.marker, r.heading, r.paragraphs,
        sum(r.bytes) over (order by r.revision_id, r.position) as so_far
    from unnest((select :revisions::bigint[]), (select :roots::text[])) w (revision_id, roots)
    join revision_section r on r.revision_id = w.revision_id
        and (w.roots = '' or split_part(r.eid, '__', 1) = any (string_to_array(w.roots, ' ')))) s
where s.so_far <= :most
order by s.revision_id, s.position
