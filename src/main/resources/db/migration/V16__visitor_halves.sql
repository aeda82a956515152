-- What is kept of visitors while a day lasts, in half the space: 64 bits of a hash are enough to tell them apart, and each
-- half has an index of its own, so that a batch of hits can name the half that it is for.
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
    visitor     bigint  not null,
    -- in seconds, as everywhere here; what an instance has seen lately it tells within two minutes
    last_seen   bigint  not null,
    -- changes once a minute, so that most hits change no index
    last_minute bigint  not null generated always as (last_seen / 60) stored,
    -- whether the visitor has gone on into the next day, under that day's hash
    moved       boolean not null,
    -- what the last hit was: the upsert's answer to the statement around it
    new_visitor boolean not null,
    new_visit   boolean not null
) partition by list (odd);
create unlogged table visitor_state_even partition of visitor_state for values in (false) with (fillfactor = 80);
create unlogged table visitor_state_odd partition of visitor_state for values in (true) with (fillfactor = 80);
create unique index visitor_state_even_visitor on visitor_state_even (visitor);
create unique index visitor_state_odd_visitor on visitor_state_odd (visitor);
create index visitor_state_last_minute on visitor_state (last_minute);

-- One row for each visitor and article of a day, under a hash that does not lead back to the visitor's own. Neither
-- does the time: each row's is shifted by a secret of its own, which the same visitor, article and key give again.
create table view_state (
    odd      boolean not null,
    view     bigint  not null,
    counted  bigint  not null,
    new_view boolean not null
) partition by list (odd);
create unlogged table view_state_even partition of view_state for values in (false) with (fillfactor = 90);
create unlogged table view_state_odd partition of view_state for values in (true) with (fillfactor = 90);
create unique index view_state_even_view on view_state_even (view);
create unique index view_state_odd_view on view_state_odd (view);

-- What ANALYZE finds in a column it writes into a catalogue that is logged: it must not look into these.
do $$
declare kept record;
begin
    for kept in select a.attrelid::regclass as relation, a.attname
                from pg_attribute a
                where a.attrelid in ('visitor_key'::regclass, 'visitor_key_even'::regclass, 'visitor_key_odd'::regclass,
                        'visitor_state'::regclass, 'visitor_state_even'::regclass, 'visitor_state_odd'::regclass,
                        'view_state'::regclass, 'view_state_even'::regclass, 'view_state_odd'::regclass)
                    and a.attnum > 0 and not a.attisdropped
    loop
        execute format('alter table %s alter column %I set statistics 0', kept.relation, kept.attname);
    end loop;
end $$;
