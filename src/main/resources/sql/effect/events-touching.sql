-- The events that count for the documents of public articles, in one order whatever was published first. What editors rejected or
-- corrected does not count. The day of an event that touches one of several documents is not known for any of them.
--
-- What touches the documents is found first, in a step of its own: PostgreSQL plans two steps in less than half the time of one.
-- Whether a name means several is asked once, however many events have it: a text repeals a hundred provisions of a document.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
with t as materialized (
    select * from effect_touching where touched_id = any ((select :articles::uuid[])::uuid[])),
named as materialized (
    select key, type, day, names_several(key, type, day) as several
    from (select distinct target_key as key, target_type_key as type, coalesce(acting_issued_on, read_in, 'infinity') as day
          from t where target_key is not null and target_issued_on is null) k)
select t.touched_id, t.id, t.source, t.kind, t.eid, t.part, t.named, t.phrase, t.replacement,
    case when n.several is not true then t.from_day end as from_day, case when n.several is not true then t.until_day end as until_day,
    t.read_in,
    case when t.acting is null then (
        select r.directive_number from public_article a join revision r on r.id = a.live_revision_id where a.id = t.article_id)
    else t.acting ->> 'number' end as by_number
from t
left join named n on t.target_issued_on is null and n.key = t.target_key and n.type is not distinct from t.target_type_key
    and n.day = coalesce(t.acting_issued_on, t.read_in, 'infinity')
where not exists (select from rejected_effect x where x.effect_id = t.id)
    and not exists (select from effect c where c.corrects = t.id and cancels(c.article_id, t.id, t.touched_id))
order by t.touched_id, t.from_day nulls first, t.id
