-- What is searched: an entry for each public article and one for each of its sections.
--
-- Ranking thousands of matches takes longer than finding them, so an index must say what is better. Everything that a
-- search asks for is therefore a lexeme of one column under one index, and each tier of an answer is one query of it:
--   chi thi         words, lower case without accents, with their places
--   chi_thi         two words that follow each other
--   =chi3 =thi5     the same words as they are spelled, accents as the figures of the VNI input method
--   ^chi ^=chi3     words of a title: an article's title, its directive's type, number and title; a section's heading
--   <t <th <thi     the beginnings of an article's ^words
--   #22-ct-tu #22   an article's own number, and the figures it begins with
--   ~22-ct-tu ~22   a section of that directive
--   @article @section        the kind
--   @b17 @s68                the blocks of entries: see search_blocks
--   type:chi thi issuer:… year:2022 tag:…   what the answer can be narrowed by

-- Folded words as a search compares them: y as i where both are written (quý, quí; kỹ, kĩ), no zeros before figures.
create function search_folded(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(regexp_replace(folded(words), '\m([bcdghklmnprstvx]{0,3}|qu)y(ch|nh|p|t)?\M', '\1i\2', 'g'),
        '\m0+(?=[0-9])', '', 'g');

-- Words with their accents as figures behind their letters, the tone behind the word: hòa and hoà are both "hoa2".
create function search_spelled(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(folded(translate(
        regexp_replace(normalize(words, NFD), '([\u0300\u0301\u0303\u0309\u0323])([a-zA-ZđĐ\u0302\u0306\u031b]+)', '\2\1', 'g'),
        U&'\0301\0300\0309\0303\0323\0302\031B\0306đĐ', '1234567899')), '\m0+(?=[0-9])', '', 'g');

-- Lexemes of these words, each with a prefix, quoted for a tsvector; with their places if wanted. What is longer than a
-- hundred letters is no word.
create function search_lexemes(prefix text, words text, places boolean) returns text
    language sql immutable parallel safe
    return (select string_agg('''' || prefix || word || '''' || case when places then ':' || least(n, 16383) else '' end, ' ')
            from unnest(string_to_array(words, ' ')) with ordinality as w(word, n)
            where word <> '' and length(word) <= 100);

create function search_pairs(words text) returns text language sql immutable parallel safe
    return (select string_agg(distinct '''' || word || '_' || next || '''', ' ')
            from (select word, lead(word) over (order by n) as next
                  from unnest(string_to_array(words, ' ')) with ordinality as w(word, n)) pair
            where word <> '' and length(word) <= 100 and length(next) <= 100);

create function search_beginnings(words text) returns text language sql immutable parallel safe
    return (select string_agg(distinct '''<' || left(word, n) || '''', ' ')
            from unnest(string_to_array(words, ' ')) word, generate_series(1, least(length(word), 8)) n
            where word <> '');

-- The words of a body's HTML: its elements are on an allow-list, and always written in the same way.
create function plain_text(html text) returns text language sql immutable strict parallel safe
    return trim(replace(replace(replace(replace(replace(regexp_replace(regexp_replace(html,
        '</?(p|h[2-6]|pre|li|dt|dd|td|th|caption|blockquote|figcaption|div|figure|ul|ol|dl|table|thead|tbody|tfoot|tr|hr|br)(\s[^>]*)?>', E'\n', 'g'),
        '<[^>]*>', '', 'g'), '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'));

-- Entries are filled into blocks, large and small, in the order in which they were made. Many matches are looked for in
-- the newest blocks first, so that an answer need not see all of them.
create function search_blocks(entry bigint) returns text language sql immutable strict parallel safe
    return '@b' || entry / 4096 || ' @s' || entry / 1024;

create table search_entry (
    id           bigint generated always as identity primary key,
    article_id   uuid        not null references article on delete cascade,
    revision_id  bigint      not null,
    -- of the section; null for the article itself
    position     integer,
    published_at timestamptz not null,
    type         text,
    issuer       text,
    year         integer,
    tags         text[]      not null,
    -- of an article: its summary and body, for snippets
    text         text,
    words        tsvector    not null
);

create index search_entry_article on search_entry (article_id);

-- Makes the entries of an article true: none unless the public can read it. Of each text the first 60,000 characters
-- are searched: a tsvector holds one megabyte.
create function search_refresh(changed uuid) returns void language plpgsql as $$
begin
    delete from search_entry where article_id = changed;
    insert into search_entry (id, article_id, revision_id, position, published_at, type, issuer, year, tags, text, words)
        overriding system value
    with public as (
        select a.first_published_at, r.*
        from article a join revision r on r.id = a.live_revision_id
        where a.id = changed and a.state in ('published', 'withdrawn')
    ), narrowing as (
        select concat_ws(' ', '''type:' || directive_type_fold || '''', '''issuer:' || directive_issuer_fold || '''',
            '''year:' || directive_year || '''',
            (select string_agg('''tag:' || folded(tag) || '''', ' ') from unnest(tags) tag)) as lexemes,
            replace(search_folded(directive_number_key), ' ', '-') as number
        from public
    ), entry as (
        select null::integer as position, '@article' as kind,
            concat_ws(' ', title, directive_type, directive_number_key, directive_title) as title,
            concat_ws(E'\n', directive_issuer, to_char(directive_issued_on, 'DD MM YYYY'), byline,
                array_to_string(tags, E'\n')) as more,
            nullif(concat_ws(E'\n', summary, left(plain_text(left(body, 300000)), 60000)), '') as text
        from public
        union all
        select s.position, '@section', concat_ws(' ', s.marker, s.heading), null,
            (select string_agg(p ->> 'text', E'\n' order by n) from jsonb_array_elements(s.paragraphs) with ordinality as t(p, n))
        from public join section s on s.revision_id = public.id
    ), numbered as (
        select nextval(pg_get_serial_sequence('search_entry', 'id')) as id, entry.*,
            left(concat_ws(E'\n', title, more, text), 60000) as words
        from (select * from entry order by position nulls first) entry
    ), written as materialized (
        select id, position, kind, text, search_folded(words) as words, search_spelled(words) as spelled,
            search_folded(title) as title, search_spelled(title) as title_spelled
        from numbered
    )
    select w.id, p.article_id, p.id, w.position, p.first_published_at, p.directive_type, p.directive_issuer,
        p.directive_year, p.tags, case when w.position is null then w.text end,
        concat_ws(' ', search_blocks(w.id), w.kind, f.lexemes,
            search_lexemes('', w.words, true), search_pairs(w.words), search_lexemes('=', w.spelled, false),
            search_lexemes('^', w.title, false), search_lexemes('^=', w.title_spelled, false),
            case when w.position is null then search_beginnings(w.title) end,
            case when w.position is null then '#' else '~' end || f.number,
            case when w.position is null then '#' else '~' end || split_part(f.number, '-', 1))::tsvector
    from written w, public p, narrowing f;
end $$;

create function search_follow_article() returns trigger language plpgsql as $$
begin
    perform search_refresh(new.id);
    return null;
end $$;

-- At the end of the transaction, when the text has been written too.
create constraint trigger article_is_searched after insert on article deferrable initially deferred
    for each row when (new.state in ('published', 'withdrawn')) execute function search_follow_article();
create constraint trigger article_is_searched_as_it_is after update on article deferrable initially deferred
    for each row when (old.live_revision_id is distinct from new.live_revision_id
        or (old.state in ('published', 'withdrawn')) is distinct from (new.state in ('published', 'withdrawn')))
    execute function search_follow_article();

select search_refresh(id) from article where state in ('published', 'withdrawn') order by first_published_at, id;

-- Without a list of pending entries, which every search would have to read.
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
analyze search_entry;
