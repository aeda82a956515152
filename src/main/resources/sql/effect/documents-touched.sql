-- The articles whose force may be another one: those whose document is named, those that consolidate a document that is named or
-- whose own text changed, and those that are given.
select article_id from document where document_key = any (:targets::text[])
union
select article_id from force where consolidates_key = any (:targets::text[]) or consolidates_key = any (:own::text[])
union
select article_id from force where article_id = any (:articles::uuid[])
