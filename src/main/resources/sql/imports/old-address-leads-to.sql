-- Where an old address leads: to the public article, or to the one that stands for a removed one at the end of at most twenty
-- removals; to a category; to a file, which the public may read or not. No row for an address that is not known.
with recursive way as (
    select a.id, a.slug, a.state, a.redirect_to, 0 as removals
    from old_address o join article a on a.id = o.article_id
    where o.address_key = :key
    union all
    select a.id, a.slug, a.state, a.redirect_to, w.removals + 1
    from way w join article a on a.id = w.redirect_to
    where w.state = 'gone' and w.removals < 20)
select first.id as article_id, first.state as article_state, first.removal_explanation, first.removed_at,
       last.id as last_id, last.slug as last_slug, last.state as last_state,
       k.id as category_id, k.slug as category_slug, o.media_id,
       coalesce((select true from public_file f where f.id = o.media_id), false) as media_public
from old_address o
left join article first on first.id = o.article_id
left join lateral (select w.id, w.slug, w.state from way w order by w.removals desc limit 1) last on true
left join article_category k on k.category_id = o.category_id
where o.address_key = :key
