-- The articles whose force may be another one: those whose document is named, those that consolidate a document that is named or
-- whose own text changed, and those that are given. Where others had a number alone, and the given ones have it, too, a text that
-- gives no date may now mean one of several, or no longer. Where it is corrected at a given one, that tells whether it means the others.
select article_id from document where document_key = any (:targets::text[])
union
select article_id from force where consolidates_key = any (:targets::text[]) or consolidates_key = any (:own::text[])
union
select article_id from force where article_id = any (:articles::uuid[])
union
select d.article_id
from effect e
cross join lateral named_days(e.target_key, e.target_type_key, coalesce(e.acting_issued_on, e.read_in), :articles::uuid[]) n
join document d on names_document_on(e.target_key, e.target_type_key, null, coalesce(e.acting_issued_on, e.read_in), d.document_key,
    d.type_key, d.issued_on)
where e.target_key = any (:own::text[]) and e.target_issued_on is null
  and (n.first = n.last or exists (select from effect c where c.corrects = e.id and c.article_id = any (:articles::uuid[])))
