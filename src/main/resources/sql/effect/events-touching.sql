-- The events that count for the documents of public articles, in one order whatever was published first. What editors rejected or
-- corrected does not count.
--
-- What touches the documents is found first, in a step of its own: PostgreSQL plans two steps in less than half the time of one.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
with t as materialized (
    select * from effect_touching where touched_id = any ((select :articles::uuid[])::uuid[]))
select t.touched_id, t.id, t.source, t.kind, t.eid, t.part, t.named, t.phrase, t.replacement, t.from_day, t.until_day, t.read_in,
    case when t.acting is null then (
        select r.directive_number from public_article a join revision r on r.id = a.live_revision_id where a.id = t.article_id)
    else t.acting ->> 'number' end as by_number
from t
where not exists (select from rejected_effect x where x.effect_id = t.id)
    and not exists (select from effect c where c.corrects = t.id and says_of(c.article_id, t.touched_id))
order by t.touched_id, t.from_day nulls first, t.id
