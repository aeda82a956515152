-- Who ended or changed what is cited: for each of these events the acting document, and the public article that carries it where
-- there is one.
select e.id, e.kind, case when isfinite(e.from_day) then e.from_day::text else '' end as from_day, e.acting ->> 'type' as acting_type, e.acting ->> 'number' as acting_number,
    e.acting ->> 'issuer' as acting_issuer, e.acting ->> 'issuedOn' as acting_issued_on, e.acting ->> 'title' as acting_title,
    e.provisions, p.article_id, p.slug, p.state, p.article_title, p.type, p.number, p.issuer, p.issued_on, p.title
from effect_reason e
left join lateral (
    select article_id from document d
    where names_document_on(e.acting_key, e.acting_type_key, e.acting_issued_on, e.named_on, d.document_key, d.type_key, d.issued_on)
    order by d.issued_on desc nulls last, d.article_id limit 1) d on true
left join public_directive p on p.article_id = coalesce(e.acting_article, d.article_id)
where e.id = any (:effects)
