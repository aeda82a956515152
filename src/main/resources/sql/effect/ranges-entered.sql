-- Lists on a day show the documents of these articles from now on.
with entered as (
    insert into in_force_range (value, published_at, issued_on, article_id)
    select value, published_at, issued_on, article_id from in_force_range_entry where article_id = any ((select :articles::uuid[])::uuid[])
    returning value)
insert into public_count (field, value, change) select 'inForceOn', value, count(*) from entered group by value
