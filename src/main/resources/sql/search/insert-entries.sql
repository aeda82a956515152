insert into {table} (id, article_id, section_id, part, digest, length, published_at, labels, words)
overriding system value
select e.id, a.id, nullif(e.section, -1), e.part, e.digest, e.length, a.published_at::timestamptz, a.labels,
    e.words || search_blocks(e.id)
from (select nextval((select pg_get_serial_sequence('{table}', 'id')::regclass)) as id, made.*
    from unnest(:places::bigint[], :sections::bigint[], :parts::bigint[], :digests::uuid[], :lengths::bigint[], string_to_array(:words, E'\x1e')) as made(place, section, part, digest, length, words)) e
join unnest(:articles::uuid[], :publishedAt::text[], :labels::text[]) with ordinality a (id, published_at, labels, place) on a.place = e.place

