-- What is kept of the sizes of texts that were put into the database by hand: the sums of vn.loa.directive.TextSize.
set session_replication_role = replica;
update revision r set
    body_bytes = octet_length(body),
    section_bytes = coalesce((select sum(170 + 2 * octet_length(s.eid) + octet_length(s.marker)
        + coalesce(octet_length(s.heading), 0) + octet_length(s.paragraphs::text)) from section s where s.revision_id = r.id), 0),
    citation_bytes = coalesce((select sum(560 + octet_length(c.paragraph_eid) + octet_length(c.raw)
        + coalesce(octet_length(c.type), 0) + coalesce(octet_length(c.number), 0)) from citation c where c.revision_id = r.id), 0);
