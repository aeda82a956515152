-- Counting by group commit, on any number of instances.

-- Who is here, as hashes under the day's random key. Unlogged: never in the write-ahead log, a base backup or a
-- replica, and emptied by a crash of the server. Each table has two halves, for the days with an odd and with an even
-- number, so that what belonged to a day is destroyed by truncating: deleted rows would stay in the file for a while.
drop table visitor_key, visitor_state, view_state;

create table visitor_key (
    odd boolean not null,
    day date    not null,
    key bytea   not null,
    primary key (odd, day)
) partition by list (odd);
create unlogged table visitor_key_even partition of visitor_key for values in (false);
create unlogged table visitor_key_odd partition of visitor_key for values in (true);

-- One row for each visitor of a day.
create table visitor_state (
    odd         boolean not null,
    visitor     uuid    not null,
    -- in seconds, as everywhere here
    last_seen   bigint  not null,
    -- changes once a minute, so that most hits change no index
    last_minute bigint  not null generated always as (last_seen / 60) stored,
    -- whether the visitor has gone on into the next day, under that day's hash
    moved       boolean not null,
    -- what the last hit was: the upsert's answer to the statement around it
    new_visitor boolean not null,
    new_visit   boolean not null,
    primary key (odd, visitor)
) partition by list (odd);
create unlogged table visitor_state_even partition of visitor_state for values in (false) with (fillfactor = 70);
create unlogged table visitor_state_odd partition of visitor_state for values in (true) with (fillfactor = 70);
create index visitor_state_last_minute on visitor_state (last_minute);

-- One row for each visitor and article of a day, under a hash that does not lead back to the visitor's own. Neither
-- does the time: each row's is shifted by a secret of its own, which the same visitor, article and key give again.
create table view_state (
    odd      boolean not null,
    view     uuid    not null,
    counted  bigint  not null,
    new_view boolean not null,
    primary key (odd, view)
) partition by list (odd);
create unlogged table view_state_even partition of view_state for values in (false) with (fillfactor = 70);
create unlogged table view_state_odd partition of view_state for values in (true) with (fillfactor = 70);

-- Counts that are kept. Each instance adds to a slot of its own, so that none waits for another; readers take the sum.
-- site_day and article_day have what came from elsewhere, and the days whose hours are no longer kept apart.
create table site_hour (
    hour     timestamptz not null,
    slot     smallint    not null,
    -- in the site's zone
    day      date        not null,
    visits   bigint      not null,
    visitors bigint      not null,
    hits     bigint      not null,
    views    bigint      not null,
    primary key (hour, slot)
) with (fillfactor = 50);
create index site_hour_day on site_hour (day);

create table article_hour (
    article_id uuid        not null references article on delete cascade,
    hour       timestamptz not null,
    slot       smallint    not null,
    day        date        not null,
    views      bigint      not null,
    primary key (article_id, hour, slot)
) with (fillfactor = 70);
create index article_hour_day on article_hour (day);
create index article_day_day on article_day (day);

alter table site_day add column views bigint not null default 0;
alter table site_day alter column views drop default;

-- Every view of an article, the base included, summed as it is counted: what lists are sorted by. Slot -1 has what came
-- from elsewhere.
create table article_views (
    article_id uuid     not null references article on delete cascade,
    slot       smallint not null,
    views      bigint   not null,
    primary key (article_id, slot)
) with (fillfactor = 70);

insert into article_views (article_id, slot, views)
select article_id, -1, sum(views)
from (select article_id, views from article_base union all select article_id, views from article_day) counted
group by article_id;

update site_day set views = viewed.views
from (select day, sum(views) as views from article_day group by day) viewed where viewed.day = site_day.day;

-- Which hits have been stored, for clients that ask twice: a hash of what they made up, and nothing of who they are.
create table visit_hit (
    id  uuid primary key,
    day date not null
);
create index visit_hit_day on visit_hit (day);

-- Hits that were not counted, and why.
create table visit_refusal (
    day     date   not null,
    reason  text   not null,
    refused bigint not null,
    primary key (day, reason)
);
