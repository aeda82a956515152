-- Where the citations of a number lead from now on. Writes nothing when that is as it was.
insert into document as d (article_id, number_key, type_key, issued_on, slug, title)
values (:article, :number, :type, :issuedOn, :slug, :title)
on conflict (article_id) do update set number_key = excluded.number_key, type_key = excluded.type_key,
    issued_on = excluded.issued_on, slug = excluded.slug, title = excluded.title
where (d.number_key, d.type_key, d.issued_on, d.slug, d.title)
    is distinct from (excluded.number_key, excluded.type_key, excluded.issued_on, excluded.slug, excluded.title)
