-- The next articles of a rebuild, in the order of their first publication, so that the newest get the newest entries.
select a.id, a.first_published_at as published_at, r.body_bytes
from public_article a join revision r on r.id = a.live_revision_id
where :id::uuid is null or (a.first_published_at, a.id) > (:at::timestamptz, :id::uuid)
order by a.first_published_at, a.id limit {step}
