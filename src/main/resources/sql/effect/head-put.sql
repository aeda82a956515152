-- By what the force of articles' documents is found, their years, and their places in the register. The rows are found by an array of the
-- articles, because the planner takes the JSON for a hundred rows, for which it would read the rows of all documents.
with given as (
    select * from json_to_recordset(:rows::json) as g (article uuid, keys text[], consolidates json, consolidates_key text,
        consolidates_type_key text, consolidates_issued_on date, issued_on date)),
head as (
    insert into force as f (article_id, keys, consolidates, consolidates_key, consolidates_type_key, consolidates_issued_on, issued_on, year)
    select article, coalesce(keys, '{}'), consolidates, consolidates_key, consolidates_type_key, consolidates_issued_on, issued_on,
        (select directive_year from article a join revision r on r.id = a.live_revision_id where a.id = given.article)
    from given order by article
    on conflict (article_id) do update set keys = excluded.keys, consolidates = excluded.consolidates,
        consolidates_key = excluded.consolidates_key, consolidates_type_key = excluded.consolidates_type_key,
        consolidates_issued_on = excluded.consolidates_issued_on, issued_on = excluded.issued_on, year = excluded.year)
update in_force_range r set issued_on = g.issued_on
from given g
where r.article_id = any ((select array_agg(article) from given)::uuid[]) and r.article_id = g.article and r.issued_on is distinct from g.issued_on
