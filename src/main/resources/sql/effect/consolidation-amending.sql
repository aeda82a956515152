-- The articles whose texts change a document by events that count, the earliest issued first, without the texts themselves.
select r.id as revision_id, a.id as article_id, a.slug, a.state, r.language, r.title, '' as body, r.section_bytes as bytes,
       r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title
from public_article a
join revision r on r.id = a.live_revision_id
where a.id <> :article and (r.directive_type is not null or r.directive_number is not null)
  and exists (select from effect_touching e
              where e.touched_id = :article and e.article_id = a.id and e.source in ('instruction', 'clause') and e.kind <> 'commence'
                and not exists (select from rejected_effect x where x.effect_id = e.id)
                and not exists (select from effect c where c.corrects = e.id and cancels(c.article_id, e.id, e.touched_id)))
order by r.directive_issued_on nulls last, a.id
limit :most
