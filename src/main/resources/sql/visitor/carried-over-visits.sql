-- Finds, just after midnight, the visitors of the day before whose visits go on. Marks their rows of that day as moved, so
-- that each visitor is online once. Locks rows in the order of their hashes, as all statements do.
update visitor_state s set moved = true
from (select odd, visitor from visitor_state where odd = :odd and visitor = any (:visitors) and last_seen > :since and not moved
    order by visitor for update) l
where s.odd = l.odd and s.visitor = l.visitor returning s.visitor
