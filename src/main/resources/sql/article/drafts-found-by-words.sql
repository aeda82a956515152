-- Like drafts-found.sql, of articles with all these words. If {few} or less have them, they are found by their index and sorted.
-- Of more, the latest saved are looked at until the page is full: with a frequent word that is soon. Only one of both is done.
with matches as materialized (
    select count(*) as total from (
        select from article_words where article_word_list(head, text) @> :words::text[] limit {few} + 1) m)
(
    select a.id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
        a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
        a.live_revision_id, w.id as working_copy_id, {savedAt} as updated_at,
        {total} as total
    from (select article_id from article_words where article_word_list(head, text) @> :words::text[] limit {few}) t
    join article a on a.id = t.article_id {left} join revision w on w.article_id = a.id and w.number is null
    where a.state = any (:states) {after} and (select m.total from matches m) <= {few}
    order by {savedAt} desc, a.id desc limit :limit offset :offset)
union all (
    select a.id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
        a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
        a.live_revision_id, w.id as working_copy_id, {savedAt} as updated_at,
        {total} as total
    from article a {left} join revision w on w.article_id = a.id and w.number is null
    where a.state = any (:states) {after} and (select m.total from matches m) > {few}
        and (select article_word_list(t.head, t.text) @> :words::text[] from article_words t where t.article_id = a.id limit 1)
    order by {savedAt} desc, a.id desc limit :limit offset :offset)
