-- The entries that match a query of rare words, for candidates.sql, found at once: see matches-newest-first.sql.
with asked as materialized (select :candidates::tsquery as query, (select :without::bigint[]) as without, set_config('work_mem', '64MB', true))
select e.*
from asked, lateral (
    select id as entry, length, article_id, section_id, published_at, labels from search_entry
    where search_lexemes(words) @@ query and id <> all (without)) e
