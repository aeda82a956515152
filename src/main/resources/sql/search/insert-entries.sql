insert into {table} (id, article_id, section_id, part, digest, length, published_at, labels, words)
overriding system value
select e.id, :article::uuid, nullif(e.section, -1), e.part, e.digest, e.length, :publishedAt::timestamptz, :labels::text,
    e.words || search_blocks(e.id)
from (select nextval(pg_get_serial_sequence('{table}', 'id')) as id, made.*
    from unnest(:sections::bigint[], :parts::bigint[], :digests::uuid[], :lengths::bigint[], string_to_array(:words, E'\x1e')) as made(section, part, digest, length, words)) e
