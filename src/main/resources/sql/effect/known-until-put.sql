-- Up to which days sources are known, and when readers saw that the force of a document is another one. Writes nothing where both
-- are as before.
update force f set known_until = k.known_until, changed_at = coalesce(:changedAt, f.changed_at)
from unnest(:articles::uuid[], :days::date[]) k (article_id, known_until)
where f.article_id = k.article_id and (f.known_until is distinct from k.known_until or f.article_id = any (:changed::uuid[]))
returning f.article_id
