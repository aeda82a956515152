-- Tells followers of the log of each new public article, in the order in which they appeared.
with come as (
    select a.id, a.slug, a.state, a.withdrawal_explanation, r.number, row_number() over (order by a.first_published_at, a.id) as place,
           count(*) over () as total, array(select d.document_key from document d where d.article_id = a.id order by 1) as numbers
    from public_article a
    join merging_fate f on f.id = a.id and f.new
    join revision r on r.id = a.live_revision_id),
log as (
    update change_log set last = last + (select count(*) from come), changed_at = greatest(changed_at, clock_timestamp()), stamp = :stamp
    returning last, changed_at)
insert into change (number, kind, article_id, slug, revision, at, explanation, numbers, recorded_at)
select log.last - c.total + c.place, case c.state when 'withdrawn' then 'withdrawn' else 'published' end, c.id, c.slug, c.number, :at,
       c.withdrawal_explanation, c.numbers, log.changed_at
from log, come c
