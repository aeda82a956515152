-- The words of the sections of a revision, a row for each.
select concat_ws(E'\n', s.marker, s.heading, (select string_agg(p ->> 'text', E'\n') from json_array_elements(section_words(s.paragraphs, s.notes)::json) p)) as words
from revision_section s where s.revision_id = :revision
