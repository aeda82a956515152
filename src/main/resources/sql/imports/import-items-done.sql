-- Stores what became of items, and counts them. No row when the job was cancelled meanwhile, for which this waits: then everything must be
-- rolled back, because an undo looks for no items under way. A paused job keeps its phase.
with result as (
    select * from unnest(:numbers::bigint[], :statuses::text[], :targets::uuid[], :problems::text[], :warnings::text[],
        :published::boolean[], :formers::text[], :tags::text[])
        as r (number, status, target, problem, warnings, published, former, tag)),
item as (
    update import_item i
    set status = r.status, content = null, target = r.target, problem = r.problem::json, warnings = r.warnings::json,
        published = r.published, former = r.former::integer, tag = r.tag
    from result r where i.job_id = :job and i.number = r.number)
update import_job j
set done = j.done + c.done, created = j.created + c.created, updated = j.updated + c.updated, unchanged = j.unchanged + c.unchanged,
    changed_here = j.changed_here + c.changed_here, skipped = j.skipped + c.skipped, failed = j.failed + c.failed,
    per_minute = case when rated_at < :now - interval '5 seconds'
        then round((j.done + c.done - rated) * 60 / extract(epoch from :now - rated_at)) else per_minute end,
    rated = case when rated_at < :now - interval '5 seconds' then j.done + c.done else rated end,
    rated_at = case when rated_at < :now - interval '5 seconds' then :now else rated_at end
from (select count(*) as done, count(*) filter (where status = 'created') as created, count(*) filter (where status = 'updated') as updated,
        count(*) filter (where status = 'unchanged') as unchanged, count(*) filter (where status = 'changed-here') as changed_here,
        count(*) filter (where status = 'skipped') as skipped, count(*) filter (where status = 'failed') as failed
    from result) c
where j.id = :job and j.phase in ('files', 'articles')
