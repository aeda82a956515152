-- The documents of which texts of the other portal say something: those here that texts from there name, those from there that
-- texts here name, consolidated texts of either, those that have a number together, and what editors said there of articles that are here.
select d.article_id
from document d join effect e on e.target_key = d.document_key
where (d.article_id in (select id from merging_fate where new)) <> (e.article_id in (select id from merging_fate where new))
union
select c.article_id
from force c
where c.consolidates_key is not null and (c.article_id in (select id from merging_fate where new)
    or c.consolidates_key in (select d.document_key from document d join merging_fate f on f.id = d.article_id and f.new)
    or c.consolidates_key in (select e.target_key from effect e join merging_fate f on f.id = e.article_id and f.new))
union
select t.article_id
from merging_effect t join merging_fate f on f.id = t.article_id and not f.new
where t.source = 'editor'
union
select d.article_id
from document d
where d.document_key in (select n.document_key from document n join merging_fate f on f.id = n.article_id and f.new)
  and exists (select from effect e where e.target_key = d.document_key and e.target_issued_on is null)
