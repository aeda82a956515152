-- What the public reads of articles, for the index; one row with nothing but `rebuilding` if it reads none of them.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
select i.next_grammar is not null as rebuilding, t.*
from search_index i left join (
    select a.id as article_id, a.first_published_at as published_at, r.section_ids, r.title, r.summary, r.byline, r.body, r.tags,
        r.directive_type, r.directive_number_key, r.directive_issuer, r.directive_issued_on, r.directive_title,
        r.directive_year, a.category_id
    from public_article a join revision r on r.id = a.live_revision_id
    where a.id = any ((select :articles::uuid[])::uuid[])) t on true
