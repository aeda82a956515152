-- A page of what editors list, the latest saved first. {found} are its articles: see drafts-found.sql. The text that editors
-- see is r: the working copy, or else what is published.
select p.*, live.number, r.published_at, r.language, r.title, r.summary, r.byline, r.tags, r.picture::text, r.directive_type,
    r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title, k.slug as category_slug,
    exists (select from schedule s where s.article_id = p.id and s.action = 'publish' and s.status = 'pending') as scheduled
from ({found}) p
left join revision live on live.id = p.live_revision_id
join revision r on r.id = coalesce(p.working_copy_id, p.live_revision_id)
left join article_category k on k.category_id = r.category_id
order by p.updated_at desc, p.id desc
