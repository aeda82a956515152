-- The articles whose force may be another one: those whose document is named, those that consolidate a document that is named or
-- whose own text changed, and those that are given. Where others had a number alone, and the given ones have it, too, a text that
-- gives no date may now mean one of several, or no longer. Where it is corrected at a given one, that tells whether it means the others.
--
-- Many events may name a document on one day: who else has the number is looked up once, at the ends of the index document_of_key.
-- Thousands may be given by a merge: they stand inside a subquery, which is hashed.
with named as materialized (
    select e.key, e.type, e.day, e.corrected,
        (select o.issued_on from document o
         where names_document_on(e.key, e.type, null, e.day, o.document_key, o.type_key, o.issued_on)
           and o.issued_on <= coalesce(e.day, 'infinity') and o.article_id not in (select unnest(:articles::uuid[]))
         order by o.issued_on nulls first limit 1)
        is not distinct from
        (select o.issued_on from document o
         where names_document_on(e.key, e.type, null, e.day, o.document_key, o.type_key, o.issued_on)
           and o.issued_on <= coalesce(e.day, 'infinity') and o.article_id not in (select unnest(:articles::uuid[]))
         order by o.issued_on desc nulls last limit 1) as alone
    from (
        select e.target_key as key, e.target_type_key as type, coalesce(e.acting_issued_on, e.read_in) as day,
            bool_or(exists (select from effect c where c.corrects = e.id and c.article_id = any (:articles::uuid[]))) as corrected
        from effect e
        where e.target_key = any (:own::text[]) and e.target_issued_on is null
        group by 1, 2, 3) e)
select article_id from document where document_key = any (:targets::text[])
union
select article_id from force where consolidates_key = any (:targets::text[]) or consolidates_key = any (:own::text[])
union
select article_id from force where article_id = any (:articles::uuid[])
union
select d.article_id
from named n
join document d on names_document_on(n.key, n.type, null, n.day, d.document_key, d.type_key, d.issued_on)
where n.alone or n.corrected
