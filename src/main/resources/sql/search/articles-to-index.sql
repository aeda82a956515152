-- The next articles of a rebuild, in the order of their first publication, so that the newest get the newest entries.
select id, first_published_at as published_at from public_article
where :id::uuid is null or (first_published_at, id) > (:at::timestamptz, :id::uuid)
order by first_published_at, id limit {step}
