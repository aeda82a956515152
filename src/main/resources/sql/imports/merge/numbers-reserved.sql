-- Reserves as many numbers as the rows that come have, and answers what is to be added to theirs.
select setval('{table}_id_seq', s.last_value + m.most) - m.most as added
from {table}_id_seq s, (select coalesce(max(id), 0) as most from merging_{table}) m
