-- By how many articles a document is cited is counted from this index alone, which has all that public_reference compares.
drop index citing_place_of_key;
-- In the order in which citing articles are listed.
create index citing_place_of_key on citing_place (document_key, published_at desc, article_id desc)
    include (type_key, issued_on, not_after);
