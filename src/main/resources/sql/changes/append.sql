-- Appends changes to the log, under the lock of the log's row, and replaces the stamp of the public content.
with changed as (
    select c.*, row_number() over (order by c.place) as n, count(*) over () as total
    from json_to_recordset(:changes::json) as c (place integer, kind text, article uuid, category uuid, slug text, revision integer,
        title text, at timestamptz, explanation text, redirect uuid, numbers text[], moved_to text)),
log as (
    update change_log set last = last + (select count(*) from changed), changed_at = greatest(changed_at, clock_timestamp()), stamp = :stamp
    returning last, changed_at)
insert into change (number, kind, article_id, category_id, slug, revision, title, at, explanation, redirect_to, numbers, moved_to,
    recorded_at)
select log.last - c.total + c.n, c.kind, c.article, c.category, c.slug, c.revision, c.title, c.at, c.explanation, c.redirect, coalesce(c.numbers, '{}'),
       c.moved_to, log.changed_at
from log, changed c
