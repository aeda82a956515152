-- The articles of chunks and their documents. Of a revision, which never changes: what was published meanwhile comes as a change.
select r.id as revision_id, a.id, a.slug, a.state, r.number, r.title, r.directive_type, r.directive_number, r.directive_issuer,
    r.directive_issued_on, coalesce(r.directive_title, r.title) as directive_title,
    case when r.id = any ((select :bodies::bigint[])::bigint[]) then r.body end as body
from revision r join public_article a on a.id = r.article_id
where r.id = any ((select :revisions::bigint[])::bigint[])
