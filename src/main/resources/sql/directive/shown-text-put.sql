insert into shown_text (article_id, revision_id, keys, sections)
select :article::uuid, :revision, t.keys, t.sections from text_as_shown(:revision) t
on conflict (article_id) do update set revision_id = excluded.revision_id, keys = excluded.keys, sections = excluded.sections
