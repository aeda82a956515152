-- The citations of one revision for another.
insert into citation (revision_id, position, section_eid, paragraph_eid, start_offset, end_offset, raw, role,
    type, number, number_key, issued_on, issuer, title, pinpoints)
select :to, position, section_eid, paragraph_eid, start_offset, end_offset, raw, role,
    type, number, number_key, issued_on, issuer, title, pinpoints
from citation
where revision_id = :from
