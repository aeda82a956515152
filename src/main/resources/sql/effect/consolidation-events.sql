-- What other texts and editors say was done to a document, as far as it counts, in the order of the texts. Of what touches one of
-- several documents no day is known: as in events-touching.sql.
select e.article_id, e.source, e.kind, e.acting::text as acting, e.eid, e.part, e.named, e.phrase, e.replacement, e.provisions,
       case when not s.several then e.from_day end as from_day, case when not s.several then e.until_day end as until_day,
       e.quote_eid, e.quote_start, e.quote_end
from effect_touching e
cross join lateral (
    select e.target_key is not null and e.target_issued_on is null
        and names_several(e.target_key, e.target_type_key, coalesce(e.acting_issued_on, e.read_in)) as several
    offset 0) s
where e.touched_id = :article and e.kind <> 'commence'
  and (e.source = 'editor' or e.source in ('instruction', 'clause') and e.article_id <> :article)
  and not exists (select from rejected_effect x where x.effect_id = e.id)
  and not exists (select from effect c where c.corrects = e.id and cancels(c.article_id, e.id, e.touched_id))
order by e.article_id, e.place
limit :most
