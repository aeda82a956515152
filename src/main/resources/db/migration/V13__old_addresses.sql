-- Addresses that articles, categories and files had on earlier sites.
create table old_address (
    id          uuid primary key,
    -- The address as addresses are compared: see vn.loa.imports.legacy.OldAddress.
    address_key text        not null unique,
    -- as it was recorded
    address     text        not null,
    article_id  uuid        references article on delete cascade,
    category_id uuid        references category on delete cascade,
    media_id    uuid        references media on delete cascade,
    recorded_at timestamptz not null,
    check (num_nonnulls(article_id, category_id, media_id) = 1)
);

create index old_address_article on old_address (article_id, id) where article_id is not null;
create index old_address_category on old_address (category_id, id) where category_id is not null;
create index old_address_media on old_address (media_id, id) where media_id is not null;
-- Maps of nginx do not tell capitals from small letters.
create index old_address_any_case on old_address (lower(address_key));
