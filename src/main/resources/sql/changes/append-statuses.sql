-- Appends a change of force to the log for each of some public articles: see append.
with changed as (
    select a.id, a.slug, r.number as revision, row_number() over (order by a.id) as place, count(*) over () as total
    from public_article a join revision r on r.id = a.live_revision_id
    where a.id = any (:articles)),
log as (
    update change_log set last = last + (select count(*) from changed), changed_at = greatest(changed_at, clock_timestamp()),
        stamp = :stamp
    returning last, changed_at)
insert into change (number, kind, article_id, slug, revision, at, recorded_at)
select log.last - c.total + c.place, 'status-changed', c.id, c.slug, c.revision, :at, log.changed_at
from log, changed c
