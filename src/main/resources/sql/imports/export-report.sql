-- What collided when an export was merged, from one number on.
select number, collision, subject_id, value, became
from merge_collision
where export_id = :export and number > :after
order by number
limit :limit
