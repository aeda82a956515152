-- Which article came from which page, so that a page is imported once.
create table imported_page (
    -- SHA-256 of what identifies a page: see ImportedPages.fingerprint
    fingerprint bytea primary key,
    article_id  uuid        not null references article on delete cascade,
    imported_at timestamptz not null
);

create index imported_page_article on imported_page (article_id);

-- Sample content is loaded once, even when it is deleted afterwards.
create table sample_content (
    only_row  boolean primary key default true check (only_row),
    loaded_at timestamptz not null
);
