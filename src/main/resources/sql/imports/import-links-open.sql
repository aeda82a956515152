-- Keeps the links of an article that lead to nothing yet, in the place of those that it had.
with gone as (delete from import_link where article_id = :article and (source_name, found_by, written) not in (
    select :sourceName::text, l.key, l.written from unnest(:keys::text[], :written::text[]) l (key, written)))
insert into import_link (source_name, found_by, article_id, written)
select :sourceName, l.key, :article, l.written from unnest(:keys::text[], :written::text[]) l (key, written)
on conflict do nothing
