-- The texts of these sections, in this order.
select s.id, s.article_id, s.marker, s.heading,
    case when s.notes is null then s.paragraphs::text else section_words(s.paragraphs, s.notes) end as paragraphs
from unnest(:ids::bigint[]) with ordinality wanted (id, n) join section s on s.id = wanted.id
order by n
