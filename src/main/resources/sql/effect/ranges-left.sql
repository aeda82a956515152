-- Lists on a day do not show the documents of these articles any more.
with gone as (delete from in_force_range where article_id = any ((select :articles::uuid[])::uuid[]) returning value)
insert into public_count (field, value, change) select 'inForceOn', value, -count(*) from gone group by value
