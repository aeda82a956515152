-- The public text of an article that carries a directive, and how many bytes it has.
select r.id as revision_id, a.id as article_id, a.slug, a.state, r.language, r.title, r.body, r.body_bytes + r.section_bytes as bytes,
       r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title
from public_article a
join revision r on r.id = a.live_revision_id
where a.id = :article and (r.directive_type is not null or r.directive_number is not null)
