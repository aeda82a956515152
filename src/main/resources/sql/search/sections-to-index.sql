-- The texts of these sections, in this order.
select s.id, s.marker, s.heading, section_words(s.paragraphs, s.notes) as paragraphs
from unnest(:ids::bigint[]) with ordinality wanted (id, n) join section s on s.id = wanted.id
order by n
