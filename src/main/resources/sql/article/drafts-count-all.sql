-- How many drafts-found-all.sql has. Counting the public ones takes 100 ms for 300,000.
select (select coalesce(sum(change), 0)::bigint from public_count where field = 'articles.state' and value = any (:states))
    + (select count(*) from article where state = any (:states) and state in ('draft', 'scheduled', 'gone')) as total
