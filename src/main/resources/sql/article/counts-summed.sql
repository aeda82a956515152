-- Replaces the changes of a value by their sum, for the values that have most. A reader sees all changes or the sum. What
-- another instance is summing up is left to it.
with many as (
    select field, value from public_count group by field, value having count(*) > 1 order by count(*) desc limit :values),
taken as (
    delete from public_count
    where ctid = any (array(select c.ctid from public_count c join many using (field, value) for update of c skip locked))
    returning field, value, change)
insert into public_count (field, value, change)
select field, value, sum(change) from taken group by field, value having sum(change) <> 0
