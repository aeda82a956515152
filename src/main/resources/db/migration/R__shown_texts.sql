-- What shown_text has of a revision: its sections as JSON, cut where an answer says what changes without the revision. A line for each
-- cut: the JSON before it; of a section's end, the section's eId; of a citation's end, the key, type, day and last day of the document
-- that it names. No row for a text without sections, for one that is too long to be read with its article, and for one with characters
-- that PostgreSQL and Jackson write in different ways.
create or replace function text_as_shown(revision bigint) returns table (keys text[], sections text) language sql stable as $$
    select coalesce(array(select distinct k.key from unnest(string_to_array(string_agg(c.keys, E'\n'), E'\n')) k (key)), '{}'),
        string_agg(concat(case when s.position > 1 then '},' end,
            '{"eId":', to_json(s.eid), ',"parentEId":', coalesce(to_json(s.parent_eid)::text, 'null'), ',"level":', s.level,
            ',"kind":', to_json(s.kind), ',"number":', to_json(s.number), ',"marker":', to_json(s.marker),
            ',"heading":', coalesce(to_json(s.heading)::text, 'null'), ',"paragraphs":', s.paragraphs, ',"citations":[', c.cut, ']',
            ',"notes":' || s.notes::text, E'\t', s.eid, E'\t\t\t\t\n'), '' order by s.position) || '}'
    from revision_section s
    cross join lateral (
        select string_agg(concat(case when n > 1 then '},' end,
                '{"paragraphEId":', c -> 'paragraphEId', ',"start":', c -> 'start', ',"end":', c -> 'end', ',"raw":', c -> 'raw',
                ',"role":', c -> 'role', ',"type":', coalesce((c -> 'type')::text, 'null'),
                ',"number":', coalesce((c -> 'number')::text, 'null'), ',"issuedOn":', coalesce((c -> 'issuedOn')::text, 'null'),
                ',"issuer":', coalesce((c -> 'issuer')::text, 'null'), ',"title":', coalesce((c -> 'title')::text, 'null'),
                ',"pinpoints":' || (c -> 'pinpoints')::text, ',"divisions":' || (c -> 'divisions')::text,
                E'\t\t', c ->> 'documentKey', E'\t', c ->> 'typeKey', E'\t', c ->> 'issuedOn', E'\t', c ->> 'notAfter', E'\n'),
                '' order by n) || '}' as cut,
            string_agg(c ->> 'documentKey', E'\n') as keys
        from json_array_elements(s.citations) with ordinality cited (c, n)) c
    -- Asked first: of nine thousand sections nothing is put together.
    where s.revision_id = $1 and (select sum(l.bytes) from revision_section l where l.revision_id = $1) <= 262144
    having not bool_or(concat(s.number, s.marker, s.heading, s.citations, s.notes) ~ '[\u0001-\u001f\U00010000-\U0010ffff]')
$$;

-- Makes what is missing of the texts that the public reads.
create or replace function make_shown_texts() returns void language sql as $$
    insert into shown_text (article_id, revision_id, keys, sections)
    select a.id, a.live_revision_id, t.keys, t.sections
    from article a
    cross join lateral text_as_shown(a.live_revision_id) t
    where a.state in ('published', 'withdrawn')
      and not exists (select from shown_text s where s.article_id = a.id and s.revision_id = a.live_revision_id)
    on conflict (article_id) do update
        set revision_id = excluded.revision_id, keys = excluded.keys, sections = excluded.sections
$$;

-- This file has run because the form may be another one.
delete from shown_text;
select make_shown_texts();
