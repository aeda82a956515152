-- The provisions of these articles that other texts or editors change.
select distinct e.touched_id, e.eid
from effect_touching e
where e.touched_id = any (:articles) and e.eid is not null and e.kind <> 'commence'
  and (e.article_id <> e.touched_id or e.source = 'editor')
  and not exists (select from rejected_effect x where x.effect_id = e.id)
  and not exists (select from effect c where c.corrects = e.id and cancels(c.article_id, e.id, e.touched_id))
