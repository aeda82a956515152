-- What other texts and editors say was done to a document, as far as it counts, in the order of the texts.
select e.article_id, e.source, e.kind, e.acting::text as acting, e.eid, e.part, e.named, e.phrase, e.replacement, e.provisions,
       e.from_day, e.until_day, e.quote_eid, e.quote_start, e.quote_end
from effect_touching e
where e.touched_id = :article and e.kind <> 'commence'
  and (e.source = 'editor' or e.source in ('instruction', 'clause') and e.article_id <> :article)
  and not exists (select from rejected_effect x where x.effect_id = e.id)
  and not exists (select from effect c where c.corrects = e.id and says_of(c.article_id, e.touched_id))
order by e.article_id, e.place
limit :most
