-- Exports of other portals that were merged into what is here, so that each is merged once.
create table merged_export (
    -- where it was written
    export_id uuid primary key,
    -- what the portal is called here; empty for the one that was imported into a new Loa
    source    text        not null,
    merged_at timestamptz not null
);

create index merged_export_source on merged_export (source);

-- The source of an export that is merged; null for one that is imported into a new Loa.
alter table export_job add merge_source text;

-- What collided in a merge: see vn.loa.imports.export.ExportReportResource.
create table merge_collision (
    export_id  uuid   not null references export_job on delete cascade,
    number     bigint generated always as identity,
    collision  text   not null,
    -- of the article, category or document that came
    subject_id uuid,
    -- what collided, and what became of it; null for nothing
    value      text,
    became     text,
    primary key (export_id, number)
);
