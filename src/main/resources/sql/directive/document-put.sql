-- Where the citations of a number, or of a law's name, lead from now on. Writes nothing when that is as it was.
with gone as (delete from document where article_id = :article and document_key <> all (:keys::text[]))
insert into document as d (article_id, document_key, type_key, issued_on, slug, title)
select :article, k.key, :type, :issuedOn, :slug, :title
from unnest(:keys::text[]) k (key)
on conflict (article_id, document_key) do update set type_key = excluded.type_key,
    issued_on = excluded.issued_on, slug = excluded.slug, title = excluded.title
where (d.type_key, d.issued_on, d.slug, d.title)
    is distinct from (excluded.type_key, excluded.issued_on, excluded.slug, excluded.title)
