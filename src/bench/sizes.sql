-- What is kept of the sizes of texts that were put into the database by hand: the sums of vn.loa.directive.TextSize.
set session_replication_role = replica;
update revision r set
    body_bytes = octet_length(body),
    section_bytes = coalesce((select sum(s.bytes) from section s where s.id = any (r.section_ids)), 0),
    citation_bytes = coalesce((select sum(440 + octet_length(c::text))
        from section s, json_array_elements(s.citations) c where s.id = any (r.section_ids)), 0);
