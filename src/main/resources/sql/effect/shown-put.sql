-- Stores the present statuses of documents and sections as they are shown, how large those of sections may be, and the first day on which
-- anything is in force. Writes nothing where all are as before. Parameters stand inside subqueries, because with their values the planner
-- would plan anew each time.
update force f
set shown = s.shown, shown_sections = s.sections, shown_from = s.from_day, shown_before = s.before_day, section_bytes = b.bytes,
    in_force_from = b.in_force_from
from unnest((select :articles::uuid[])) a (article_id)
cross join lateral shown_on(a.article_id, (select :today::date)) s
cross join lateral (select coalesce(sum(most), 0)::bigint as bytes, min(in_force_from) as in_force_from from (
        select case when p.eid <> '' then max(160 + 40 * least(cardinality(p.effects), 50)) end as most,
            min(p.from_day) filter (where p.status in ('in-force', 'partly')) as in_force_from
        from force_period p where p.article_id = a.article_id group by p.eid) of_section) b
where f.article_id = a.article_id
    and (s.shown::text, s.sections, s.from_day, s.before_day, b.bytes, b.in_force_from)
        is distinct from (f.shown::text, f.shown_sections, f.shown_from, f.shown_before, f.section_bytes, f.in_force_from)
