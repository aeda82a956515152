-- The text of provisions from which is quoted: for each revision the sections under these first steps of an eId, or all of them
-- for an empty word. Of more text than is compared the last sections are left out; the first of these has a row, without its text.
select s.revision_id, s.eid, s.marker, s.heading, case when s.so_far <= (select :most::bigint) then s.paragraphs end as paragraphs
from (
    select r.revision_id, r.position, r.eid, r.marker, r.heading, r.paragraphs, r.bytes,
        sum(r.bytes) over (order by r.revision_id, r.position) as so_far
    from unnest((select :revisions::bigint[]), (select :roots::text[])) w (revision_id, roots)
    join revision_section r on r.revision_id = w.revision_id
        and (w.roots = '' or split_part(r.eid, '__', 1) = any (string_to_array(w.roots, ' ')))) s
where s.so_far - s.bytes <= (select :most::bigint)
order by s.revision_id, s.position
