-- Gives articles that are here their newest text, and the state that was reached last.
update article a set live_revision_id = coalesce(newest.id, a.live_revision_id),
    category_id = case when newest.id is null then a.category_id else newest.category_id end,
    first_published_at = coalesce(a.first_published_at, t.first_published_at),
    public_updated_at = greatest(a.public_updated_at, t.public_updated_at), updated_at = greatest(a.updated_at, t.updated_at),
    version = a.version + 1,
    slug = case when f.theirs then coalesce((select m.becomes from merging_slug_to m where m.slug = t.slug), t.slug) else a.slug end,
    state = case when f.theirs then t.state else a.state end,
    withdrawal_explanation = case when f.theirs then t.withdrawal_explanation else a.withdrawal_explanation end,
    withdrawn_at = case when f.theirs then t.withdrawn_at else a.withdrawn_at end,
    removal_explanation = case when f.theirs then t.removal_explanation else a.removal_explanation end,
    removed_at = case when f.theirs then t.removed_at else a.removed_at end,
    redirect_to = case when f.theirs then t.redirect_to else a.redirect_to end,
    -- Made anew by the step that follows.
    listed = case when case when f.theirs then t.state else a.state end in ('published', 'withdrawn') then '{}'::json end
from merging_article t
join merging_fate f on f.id = t.id and not f.new
left join lateral (
    select r.id, r.category_id from merging_brought b join revision r on r.id = b.id + :revisions
    where b.article_id = t.id and b.number is not null order by b.number desc limit 1) newest on true
where t.id = a.id and (f.theirs or newest.id is not null)
