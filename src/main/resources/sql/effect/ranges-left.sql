-- Lists on a day do not show the documents of these articles any more.
with gone as (
    delete from in_force_range r using in_force_range_entry e
    where e.article_id = any ((select :articles::uuid[])::uuid[])
        and r.value = e.value and r.published_at = e.published_at and r.article_id = e.article_id
    returning r.value)
insert into public_count (field, value, change) select 'inForceOn', value, -count(*) from gone group by value
