-- The words of the text of each article that editors see, by which they find it: see vn.loa.article.edit.DraftWords.
create table article_words (
    article_id uuid primary key references article on delete cascade,
    -- the different words of title, summary, byline, tags and the directive's type, number, issuer and title, a line each,
    -- folded as searches fold them
    head       text not null,
    -- those of the body and the sections
    text       text not null
);

create function article_word_list(head text, words text) returns text[] language sql immutable strict parallel safe
    return string_to_array(head || E'\n' || words, E'\n');

-- What is saved waits in the index's list of pending entries, which costs a tenth. The list is short, because every search reads
-- it, and who fills it empties it.
create index article_words_list on article_words using gin (article_word_list(head, text))
    with (fastupdate = on, gin_pending_list_limit = 512);
-- The planner learns nothing of them.
alter table article_words alter head set statistics 0, alter text set statistics 0;
alter index article_words_list alter 1 set statistics 0;
