-- Up to which days sources are known, and when readers saw that the force of a document is another one. Writes nothing where both
-- are as before. The statuses say the days, too.
with before as (
    select f.article_id, f.known_until from force f where f.article_id = any (:articles::uuid[])),
put as (
    update force f set known_until = k.known_until, changed_at = coalesce(:changedAt, f.changed_at)
    from unnest(:articles::uuid[], :days::date[]) k (article_id, known_until)
    where f.article_id = k.article_id and (f.known_until is distinct from k.known_until or f.article_id = any (:changed::uuid[]))
    returning f.article_id, f.known_until),
said as (
    update force_period p set shown = shown_status(p.status, p.since, p.until, k.known_until, p.effects)
    from put k join before b on b.article_id = k.article_id and b.known_until is distinct from k.known_until
    where p.article_id = k.article_id and p.status <> 'unknown')
select article_id from put
