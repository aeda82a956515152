-- Deletes the rows of sections, and of documents.
delete from force_period p
using unnest(:articles::uuid[], :eIds::text[]) gone (article_id, eid)
where p.article_id = gone.article_id and p.eid = gone.eid
