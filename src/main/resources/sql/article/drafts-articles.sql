-- The articles of drafts.sql: {left} and {where} choose those with a working copy, those without one, or both; {savedAt} is when
-- the text was last saved, {id} the article.
select {id} as id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
    a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
    a.live_revision_id, w.id as working_copy_id, {savedAt} as updated_at
from article a {left} join revision w on w.article_id = a.id and w.number is null {where}
