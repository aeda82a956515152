-- The directives that articles carry in public, and whether the force of their documents is kept; a row for each in any case.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
select w.article_id, w.kept, t.*
from (select a.id as article_id, exists (select from force f where f.article_id = a.id) as kept
      from unnest((select :articles::uuid[])) a (id)) w
left join (
    select a.id, r.id as revision_id, r.body, r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on,
        r.directive_title
    from public_article a join revision r on r.id = a.live_revision_id
    where a.id = any ((select :articles::uuid[])::uuid[]) and (r.directive_type is not null or r.directive_number is not null)) t on t.id = w.article_id
