-- The events that count for the documents of public articles, in one order whatever was published first. What editors rejected or
-- corrected does not count.
select t.touched_id, t.id, t.source, t.kind, t.eid, t.part, t.named, t.phrase, t.replacement, t.from_day, t.until_day, t.read_in,
    case when t.acting is null then r.directive_number else t.acting ->> 'number' end as by_number
from effect_touching t
join public_article a on a.id = t.article_id
join revision r on r.id = a.live_revision_id
where t.touched_id = any (:articles)
    and not exists (select from rejected_effect x where x.effect_id = t.id)
    and not exists (select from effect c where c.corrects = t.id)
order by t.touched_id, t.from_day nulls first, t.id
