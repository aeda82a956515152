-- The sections of a revision with their citations, and first a row for the citations outside the sections.
select revision_id, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs, citations
from section_with_citations
where revision_id = :revision
union all
select r.id, -1, null, null, null, null, null, null, null, null,
    (select json_agg(c order by c.position)::text from citation_with_targets c
     where c.revision_id = r.id and c.section_eid is null)
from (select :revision::bigint as id) r
order by revision_id, position
