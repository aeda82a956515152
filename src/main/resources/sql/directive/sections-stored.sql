-- New sections of an article, stored in the order of the arrays.
insert into section (article_id, first_revision, content_hash, eid, parent_eid, level, kind, number, marker, heading, paragraphs,
    citations, notes, bytes)
select :article, :revision, hash, eid, parent_eid, level, kind, number, marker, heading, paragraphs::json, citations::json,
    notes::json, bytes
from unnest(:hashes::uuid[], :eIds::text[], :parents::text[], :levels::smallint[], :kinds::text[], :numbers::text[],
        :markers::text[], :headings::text[], :paragraphs::text[], :citations::text[], :notes::text[], :bytes::integer[]) with ordinality
    as s (hash, eid, parent_eid, level, kind, number, marker, heading, paragraphs, citations, notes, bytes, n)
order by n
returning id, eid
