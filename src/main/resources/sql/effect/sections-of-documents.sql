-- The sections of public texts, each with the one that holds it.
select a.id as article_id, s.position, s.eid, s.parent_eid
from public_article a
join revision_section s on s.revision_id = a.live_revision_id
where a.id = any (:articles)
