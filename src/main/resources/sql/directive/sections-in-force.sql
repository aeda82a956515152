-- The sections of a revision, sorted by Java: see text-of-revision.sql; those that have a status of their own, with the one that holds
-- on a day. The day stands inside subqueries: with its value the planner would plan anew each time.
select r.position, r.eid, r.parent_eid, r.level, r.kind, r.number, r.marker, r.heading, r.paragraphs, r.citations, r.notes,
    (select s.shown from section_status s
     where s.article_id = r.article_id and s.eid = r.eid and s.from_day <= (select :day::date) and s.before_day > (select :day::date)) as force
from revision_section r
where r.revision_id = :revision
