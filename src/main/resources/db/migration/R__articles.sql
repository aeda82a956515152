-- What the public may read: published articles, and withdrawn ones with their notice. This is the one place that says so;
-- partial indexes repeat the condition, because an index cannot be made of a view. PostgreSQL puts the view's condition
-- into the query, so that those indexes answer it.
create or replace view public_article as
select id, slug, state, live_revision_id, first_published_at, public_updated_at, updated_at, withdrawal_explanation,
       withdrawn_at
from article
where state in ('published', 'withdrawn');

-- How often each article was read, for the list of articles.
create or replace view article_views_total as
select article_id, sum(views)::bigint as views from article_views group by article_id;
