-- The tree of subjects in which articles stand, each in one of them.

-- A row for each identity that a category ever had. Texts name identities, and never change: so a category whose articles went to
-- another one stays here, and says which.
create table category (
    id          uuid primary key,
    -- Its name in addresses. Not unique here: category_slug sees to that, and a unique column would make PostgreSQL lock a
    -- renamed row so that no text could name the category until the commit.
    slug        text        not null,
    title       text        not null,
    -- before those with a greater number, among the categories of one parent
    sort_order  integer     not null,
    -- null for a category at the top
    parent_id   uuid        references category,
    -- of a deleted category: where its articles went, which is a category that is still there
    merged_into uuid        references category,
    created_at  timestamptz not null,
    version     integer     not null,
    -- What follows from the whole tree, written by category/numbered.sql after each change of it.
    -- its place in the order of the tree, from 1
    place       integer,
    -- the categories from the root to this one, itself included
    path_ids    uuid[],
    -- the same for readers: [{"slug": "…", "title": "…"}, …]
    path        jsonb,
    check (merged_into is null or (parent_id is null and place is null and path_ids is null and path is null))
);

create index category_parent on category (parent_id) where parent_id is not null;
create index category_merged on category (merged_into) where merged_into is not null;
create index category_order on category (place) where merged_into is null;

-- The present slug of each category, and the former ones, which lead to it for ever and never name another category.
create table category_slug (
    slug        text primary key,
    category_id uuid not null references category
);

create index category_slug_category on category_slug (category_id);
-- see slug_beginning
create index category_slug_beginning on category_slug (slug text_pattern_ops);

-- One row. Whoever changes the tree locks it until the commit, so that changes of the tree follow each other.
create table category_tree (
    only_row   boolean primary key default true check (only_row),
    -- when readers last saw it change; null before the first change
    changed_at timestamptz
);

insert into category_tree default values;

-- The category of a text, by its identity.
alter table revision add category_id uuid references category;
create index revision_category on revision (category_id) where category_id is not null;

-- That of the text that the public reads.
alter table article add category_id uuid references category;
-- The list of a category, in its order: see vn.loa.listing.ListQuery.
create index article_in_category on article (category_id, first_published_at desc, id desc) where category_id is not null;
