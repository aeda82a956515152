-- Lists on a day show new public documents from now on.
with entered as (
    insert into in_force_range (value, published_at, issued_on, article_id)
    select e.value, e.published_at, e.issued_on, e.article_id
    from in_force_range_entry e join merging_fate f on f.id = e.article_id and f.new
    returning value)
insert into public_count (field, value, change) select 'inForceOn', value, count(*) from entered group by value
