-- Just after midnight: the visitors of the day before whose visits go on. Takes them out of that day, so that they are
-- online once. In the order in which all rows are locked.
update visitor_state s set moved = true
from (select odd, visitor from visitor_state where odd = :odd and visitor = any (:visitors) and last_seen > :since and not moved
    order by visitor for update) l
where s.odd = l.odd and s.visitor = l.visitor returning s.visitor
