-- Like citing-places-added.sql, outside the sections.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
insert into citing_place (document_key, published_at, article_id, section_id, place, type_key, issued_on, not_after, pinpoints, bytes)
select c.citation ->> 'documentKey', a.first_published_at, a.id, null, c.place - 1, c.citation ->> 'typeKey',
    (c.citation ->> 'issuedOn')::date, (c.citation ->> 'notAfter')::date,
    (select array_agg(part.eid) from (
        select p ->> 'eId' from json_array_elements(c.citation -> 'pinpoints') p
        union all
        select d from json_array_elements_text(c.citation -> 'divisions') d) part (eid)),
    230 + octet_length(c.citation ->> 'raw') + octet_length(c.citation ->> 'paragraphEId')
        + coalesce(octet_length(c.citation ->> 'pinpoints'), 0) + coalesce(octet_length(c.citation ->> 'divisions'), 0)
from article a
join revision r on r.id = a.live_revision_id
cross join lateral json_array_elements(r.citations) with ordinality c (citation, place)
where a.id = any ((select :articles::uuid[])::uuid[]) and r.citations is not null
  and c.citation ->> 'documentKey' is not null and c.citation ->> 'role' <> 'subject'
