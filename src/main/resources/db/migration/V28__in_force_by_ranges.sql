-- Lists of what is in force on a day, from an index alone, whatever the day and however many documents have it.

-- The ranges that the days from one on and before another one are made of, as few as there can be. A range has a power of two of days,
-- and the first of them is a multiple of it when days are counted from 4194304 days before 2258-01-01. Its name is the power as a letter
-- and the place among the ranges of its length as a hexadecimal number. Each day is in 24 ranges: see vn.loa.listing.DayRanges. To be in
-- force without an end takes nine ranges on average: what comes after 2257 is one of them.
create function day_ranges(from_day date, before_day date) returns table (value text) language sql immutable parallel safe as $$
    select chr(97 + power) || to_hex(place)
    from (values (case when from_day = '-infinity' then 0 else from_day - date '2258-01-01' + 4194304 end,
                  case when before_day = 'infinity' then 8388608 else before_day - date '2258-01-01' + 4194304 end)) days (first, after)
    cross join generate_series(0, 23) power
    cross join lateral (values (-((-first) >> power), after >> power)) whole (first_place, after_place)
    -- The range that has the first place and the one before it, or the last and the one after it, would have other days, too.
    cross join lateral (values (first_place, first_place % 2 = 1), (after_place - 1, after_place % 2 = 1)) ends (place, is_alone)
    where first_place < after_place and is_alone
$$;

-- Each public document once for each range of days in which it is in force, in the order of lists: see the view in_force_range_entry. How
-- many have a range is kept in public_count under inForceOn.
create table in_force_range (
    value        text        not null collate "C",
    -- when the article was first published, which never changes
    published_at timestamptz not null,
    -- when the document was issued; null when unknown
    issued_on    date,
    article_id   uuid        not null,
    primary key (value, published_at, article_id)
);

insert into in_force_range (value, published_at, issued_on, article_id)
select r.value, a.first_published_at, f.issued_on, p.article_id
from (select article_id, unnest(range_agg(daterange(from_day, before_day))) as days from force_period
      where eid = '' and status in ('in-force', 'partly') group by article_id) p
join force f on f.article_id = p.article_id
join article a on a.id = p.article_id
cross join lateral day_ranges(lower(p.days), upper(p.days)) r;
create index in_force_range_article on in_force_range (article_id);
create index in_force_range_issued on in_force_range (value, issued_on desc nulls last, article_id desc);
insert into public_count (field, value, change) select 'inForceOn', value, count(*) from in_force_range group by value;

-- Periods need no other order than that of their days any more. The view is made anew without the two columns. A new schema does not have
-- it yet, and must not take away the one of another schema.
do $$
begin
    execute format('drop view if exists %I.in_force_period', current_schema());
end $$;
alter table force_period drop column issued_on, drop column published_at;
create index force_period_in_force on force_period (from_day, before_day, article_id) where eid = '' and status in ('in-force', 'partly');
