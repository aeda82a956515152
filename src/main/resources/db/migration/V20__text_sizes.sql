-- How many bytes a text has in an answer, so that an answer's size is known before anything of it is read. Kept by whoever
-- stores the text: see vn.loa.directive.TextSize, which has the same sums.
alter table revision
    -- HTML
    add column body_bytes     integer,
    -- sections without their citations
    add column section_bytes  integer,
    -- all citations once, each with one article that it leads to
    add column citation_bytes integer;

alter table revision disable trigger revision_is_immutable;
update revision r set
    body_bytes = octet_length(body),
    section_bytes = coalesce((select sum(170 + 2 * octet_length(s.eid) + octet_length(s.marker)
        + coalesce(octet_length(s.heading), 0) + octet_length(s.paragraphs::text)) from section s where s.revision_id = r.id), 0),
    citation_bytes = coalesce((select sum(260 + octet_length(c.paragraph_eid) + octet_length(c.raw)
        + coalesce(octet_length(c.type), 0) + coalesce(octet_length(c.number), 0) + coalesce(octet_length(c.issuer), 0)
        + coalesce(octet_length(c.title), 0) + coalesce(octet_length(c.pinpoints::text), 0)
        + case when c.number_key is null then 0 else 300 end) from citation c where c.revision_id = r.id), 0);
alter table revision enable trigger revision_is_immutable;

alter table revision
    alter column body_bytes set not null,
    alter column section_bytes set not null,
    alter column citation_bytes set not null;
