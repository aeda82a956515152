-- The texts of these sections, in this order.
select s.id, s.marker, s.heading, s.paragraphs::text as paragraphs
from unnest(:ids::bigint[]) with ordinality wanted (id, n) join section s on s.id = wanted.id
order by n
