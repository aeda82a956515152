-- The articles of a page of drafts.sql with their number, {total}. {left} is "left" for articles without a working copy, too;
-- {savedAt} is when the text was last saved; {after} goes on behind a row.
select a.id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
    a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
    a.live_revision_id, w.id as working_copy_id, {savedAt} as updated_at,
    {total} as total
from article a {left} join revision w on w.article_id = a.id and w.number is null
where a.state = any (:states) {after}
order by {savedAt} desc, a.id desc limit :limit offset :offset
