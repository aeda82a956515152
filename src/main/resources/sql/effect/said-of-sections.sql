-- The events that touch sections of documents, or the documents as a whole ('' among the sections), as KnownEvents reads them. What
-- editors rejected or corrected does not count.
select t.touched_id, t.id, t.source, t.kind, t.eid, t.part, t.named, t.phrase, t.replacement, t.from_day, t.until_day, t.read_in,
    case when t.acting is null then r.directive_number else t.acting ->> 'number' end as by_number
from effect_touching t
join article a on a.id = t.article_id
left join revision r on r.id = a.live_revision_id
where t.touched_id = any (:articles) and coalesce(t.eid, '') = any (:sections::text[])
    and not exists (select from rejected_effect x where x.effect_id = t.id)
    and not exists (select from effect c where c.corrects = t.id and says_of(c.article_id, t.touched_id))
