-- The sections of public texts, each with the one that holds it.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
select a.id as article_id, s.position, s.eid, s.parent_eid
from public_article a
join revision_section s on s.revision_id = a.live_revision_id
where a.id = any ((select :articles::uuid[])::uuid[])
