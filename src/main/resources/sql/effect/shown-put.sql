-- Stores the present statuses of documents as they are shown, and how large those of their sections may be. Writes nothing where both
-- are as before. Parameters stand inside subqueries, because with their values the planner would plan anew each time.
update force f
set shown = s.shown, shown_from = s.from_day, shown_before = s.before_day, section_bytes = b.bytes
from section_status s,
    lateral (select coalesce(sum(most), 0)::bigint as bytes from (
        select max(160 + 40 * least(cardinality(p.effects), 50)) as most from force_period p
        where p.article_id = s.article_id and p.eid <> '' group by p.eid) of_section) b
where f.article_id = s.article_id and s.article_id = any ((select :articles::uuid[])::uuid[]) and s.eid = '' and s.from_day <= (select :today::date) and s.before_day > (select :today::date)
    and (s.shown::text, s.from_day, s.before_day, b.bytes)
        is distinct from (f.shown::text, f.shown_from, f.shown_before, f.section_bytes)
