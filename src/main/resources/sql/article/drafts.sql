-- A page of what editors list, the latest saved first, with the number of all. {left} is "left" for articles without a
-- working copy, too; {savedAt} is when the text was last saved; {after} goes on behind a row. The text that editors see is
-- r: the working copy, or else what is published.
select p.*, live.number, r.published_at, r.language, r.title, r.summary, r.byline, r.tags, r.picture::text, r.directive_type,
    r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title, k.slug as category_slug,
    exists (select from schedule s where s.article_id = p.id and s.action = 'publish' and s.status = 'pending') as scheduled
from (select a.id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
        a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
        a.live_revision_id, w.id as working_copy_id, {savedAt} as updated_at,
        {total} as total
    from article a {left} join revision w on w.article_id = a.id and w.number is null
    where a.state = any (:states) {after}
    order by {savedAt} desc, a.id desc limit :limit offset :offset) p
left join revision live on live.id = p.live_revision_id
join revision r on r.id = coalesce(p.working_copy_id, p.live_revision_id)
left join article_category k on k.category_id = r.category_id
order by p.updated_at desc, p.id desc
