-- The newest official consolidated text of an article's document up to a day that is public here.
select r.id as revision_id, a.id as article_id, a.slug, a.state, r.language, r.title, r.body, r.body_bytes + r.section_bytes as bytes,
       r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title
from document d
join force f on names_document_on(f.consolidates_key, f.consolidates_type_key, f.consolidates_issued_on, f.issued_on, d.document_key,
    d.type_key, d.issued_on)
join public_article a on a.id = f.article_id
join revision r on r.id = a.live_revision_id
where d.article_id = :article and a.id <> :article and (r.directive_type is not null or r.directive_number is not null)
  and (r.directive_issued_on is null or r.directive_issued_on <= :day)
order by r.directive_issued_on desc nulls last, a.id
limit 1
