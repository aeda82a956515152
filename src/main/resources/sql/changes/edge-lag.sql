-- How many changes each target waits for, and since when the oldest of them waits.
select t.name, l.last - coalesce(t.reached, l.deleted_to) as changes,
       date_part('epoch', clock_timestamp() - c.recorded_at) as seconds
from edge_target t
cross join change_log l
left join change c on c.number = greatest(t.reached, l.deleted_to) + 1
where t.name = any (:names)
