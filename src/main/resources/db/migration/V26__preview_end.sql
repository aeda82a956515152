-- Preview links are not stored, so what ends some of them early is: all of one article, or all that one key made.
create table preview_end (
    -- 'article:' and its id, or 'maker:' and who made the links
    links    text primary key,
    -- those made until then show nothing any more
    ended_at timestamptz not null
);
