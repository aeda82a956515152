-- The events that touch sections of documents, or the documents as a whole ('' among the sections), as KnownEvents reads them. What
-- editors rejected or corrected does not count, and of one of several documents no day is known: as in events-touching.sql.
select t.touched_id, t.id, t.source, t.kind, t.eid, t.part, t.named, t.phrase, t.replacement,
    case when not s.several then t.from_day end as from_day, case when not s.several then t.until_day end as until_day, t.read_in,
    case when t.acting is null then r.directive_number else t.acting ->> 'number' end as by_number
from effect_touching t
cross join lateral (
    select t.target_key is not null and t.target_issued_on is null
        and names_several(t.target_key, t.target_type_key, coalesce(t.acting_issued_on, t.read_in)) as several
    offset 0) s
join article a on a.id = t.article_id
left join revision r on r.id = a.live_revision_id
where t.touched_id = any (:articles) and coalesce(t.eid, '') = any (:sections::text[])
    and not exists (select from rejected_effect x where x.effect_id = t.id)
    and not exists (select from effect c where c.corrects = t.id and cancels(c.article_id, t.id, t.touched_id))
