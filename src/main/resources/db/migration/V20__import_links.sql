-- Links of imported articles to pages of their own site that were not imported: they lead to articles when those come.
create table import_link (
    source_name text not null,
    -- by which the link finds an item: see import_key
    found_by    text not null,
    article_id  uuid not null references article on delete cascade,
    -- the link as the article's body has it
    written     text not null,
    primary key (source_name, found_by, article_id, written)
);

create index import_link_article on import_link (article_id);
