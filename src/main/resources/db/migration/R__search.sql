-- How the entries of the search are made. A change of these functions does not change entries that were made before: it needs
-- search_refresh for each article.
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
create or replace function search_folded(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(regexp_replace(folded(words), '\m([bcdghklmnprstvx]{0,3}|qu)y(ch|nh|p|t)?\M', '\1i\2', 'g'),
        '\m0+(?=[0-9])', '', 'g');

-- Words with their accents as figures behind their letters, the tone behind the word: hòa and hoà are both "hoa2".
create or replace function search_spelled(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(folded(translate(
        regexp_replace(normalize(words, NFD), '([\u0300\u0301\u0303\u0309\u0323])([a-zA-ZđĐ\u0302\u0306\u031b]+)', '\2\1', 'g'),
        U&'\0301\0300\0309\0303\0323\0302\031B\0306đĐ', '1234567899')), '\m0+(?=[0-9])', '', 'g');

-- Lexemes of these words, each with a prefix, quoted for a tsvector; with their places if wanted. What is longer than a
-- hundred letters is no word.
create or replace function search_lexemes(prefix text, words text, places boolean) returns text
    language sql immutable parallel safe
    return (select string_agg('''' || prefix || word || '''' || case when places then ':' || least(n, 16383) else '' end, ' ')
            from unnest(string_to_array(words, ' ')) with ordinality as w(word, n)
            where word <> '' and length(word) <= 100);

create or replace function search_pairs(words text) returns text language sql immutable parallel safe
    return (select string_agg(distinct '''' || word || '_' || next || '''', ' ')
            from (select word, lead(word) over (order by n) as next
                  from unnest(string_to_array(words, ' ')) with ordinality as w(word, n)) pair
            where word <> '' and length(word) <= 100 and length(next) <= 100);

create or replace function search_beginnings(words text) returns text language sql immutable parallel safe
    return (select string_agg(distinct '''<' || left(word, n) || '''', ' ')
            from unnest(string_to_array(words, ' ')) word, generate_series(1, least(length(word), 8)) n
            where word <> '');

-- The words of a body's HTML: its elements are on an allow-list, and always written in the same way.
create or replace function plain_text(html text) returns text language sql immutable strict parallel safe
    return trim(replace(replace(replace(replace(replace(regexp_replace(regexp_replace(html,
        '</?(p|h[2-6]|pre|li|dt|dd|td|th|caption|blockquote|figcaption|div|figure|ul|ol|dl|table|thead|tbody|tfoot|tr|hr|br)(\s[^>]*)?>', E'\n', 'g'),
        '<[^>]*>', '', 'g'), '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'));

-- Entries are filled into blocks, large and small, in the order in which they were made. Many matches are looked for in
-- the newest blocks first, so that an answer need not see all of them.
create or replace function search_blocks(entry bigint) returns text language sql immutable strict parallel safe
    return '@b' || entry / 4096 || ' @s' || entry / 1024;

-- Makes the entries of an article true: none unless the public can read it. Of each text the first 60,000 characters
-- are searched: a tsvector holds one megabyte.
create or replace function search_refresh(changed uuid) returns void language plpgsql as $$
begin
    delete from search_entry where article_id = changed;
    insert into search_entry (id, article_id, revision_id, position, published_at, type, issuer, year, tags, text, words)
        overriding system value
    with public as (
        select a.first_published_at, r.*
        from public_article a join revision r on r.id = a.live_revision_id
        where a.id = changed
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
        select s.position - 1, '@section', concat_ws(' ', s.marker, s.heading), null,
            (select string_agg(p ->> 'text', E'\n' order by n) from json_array_elements(s.paragraphs) with ordinality as t(p, n))
        from public join revision_section s on s.revision_id = public.id
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
