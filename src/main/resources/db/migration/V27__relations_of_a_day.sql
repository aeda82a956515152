-- The day of the text that states a relation, as in effect: where the text gives no date, it means no document that was issued later.
alter table relation add column read_in date;
update relation r set read_in = f.issued_on from force f where f.article_id = r.article_id and f.issued_on is not null;

-- It has all that is compared, so that relations to a law are counted from it alone.
drop index relation_document;
-- In the order of lists: a hundred thousand documents may be based on one law.
create index relation_document on relation (document_key, kind, id)
    include (document_type_key, document_issued_on, acting_issued_on, read_in) where document_key is not null;
