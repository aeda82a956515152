-- The entries that match a query of rare words, for candidates.sql, found at once: see matches-newest-first.sql.
with asked as materialized (select :candidates::tsquery as query, set_config('work_mem', '64MB', true))
select e.*
from asked, lateral (
    select id as entry, length, article_id, section_id, published_at, type, issuer, year, tags, category_id from search_entry
    where search_lexemes(words) @@ query) e
