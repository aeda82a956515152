-- Where the citations of numbers, or of laws' names, lead from now on. Writes nothing where that is as it was.
with put as (
    select * from unnest(:owners::uuid[], :keys::text[], :types::text[], :days::date[], :slugs::text[], :titles::text[])
        p (article_id, document_key, type_key, issued_on, slug, title)),
gone as (
    delete from document d where d.article_id = any (:articles)
        and not exists (select from put p where p.article_id = d.article_id and p.document_key = d.document_key))
insert into document as d (article_id, document_key, type_key, issued_on, slug, title)
select article_id, document_key, type_key, issued_on, slug, title from put order by article_id, document_key
on conflict (article_id, document_key) do update set type_key = excluded.type_key,
    issued_on = excluded.issued_on, slug = excluded.slug, title = excluded.title
where (d.type_key, d.issued_on, d.slug, d.title)
    is distinct from (excluded.type_key, excluded.issued_on, excluded.slug, excluded.title)
