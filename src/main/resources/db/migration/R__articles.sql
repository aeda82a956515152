-- What the public may read: published articles, and withdrawn ones with their notice. This is the one place that says so;
-- partial indexes repeat the condition, because an index cannot be made of a view. PostgreSQL puts the view's condition
-- into the query, so that those indexes answer it.
create or replace view public_article as
select id, slug, state, live_revision_id, first_published_at, public_updated_at, updated_at, withdrawal_explanation,
       withdrawn_at, listed, category_id
from article
where state in ('published', 'withdrawn');

-- How often each article was read, for the order of lists.
create or replace view article_views_rank as select article_id, views from article_rank;

-- What each public article counts for in public_count. The values are those that lists compare with.
create or replace view public_count_entry as
select a.id as article_id, counted.field, counted.value
from public_article a
join revision r on r.id = a.live_revision_id
cross join lateral (
    values ('articles', ''), ('articles.state', a.state), ('articles.language', r.language),
           ('articles.type', r.directive_type_fold), ('articles.issuer', r.directive_issuer_fold),
           ('articles.category', a.category_id::text)
    union all
    select distinct 'articles.tag', folded from unnest(r.tags_fold) as folded
    union all
    select 'tags', folded || E'\n' || tag from unnest(r.tags_fold, r.tags) as spelling (folded, tag)
    union all
    select directive.field, directive.value
    from (values ('directives', ''), ('directives.type', r.directive_type_fold),
                 ('directives.issuer', r.directive_issuer_fold), ('directives.year', r.directive_year::text),
                 ('directives.category', a.category_id::text))
        as directive (field, value)
    where r.directive_type is not null or r.directive_number_key is not null
) as counted (field, value)
where counted.value is not null;

-- The rows of article_filter that each public article has. Those of a category are found by an index of article.
create or replace view article_filter_entry as
select e.field, e.value, a.first_published_at, e.article_id
from public_count_entry e join article a on a.id = e.article_id
where e.field like 'articles.%' and e.field <> 'articles.category';
