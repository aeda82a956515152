-- When what the public reads changed last, when it is to change next, and its stamp: see change_log. It changes with the steps
-- that are planned, and at the beginning of the days on which the force of documents changes.
create or replace view public_moments as
select greatest((select max(updated_at) from article where live_revision_id is not null),
                (select changed_at from category_tree),
                (select max(changed_at) from force)) as last,
       least((select min(at) from schedule where status = 'pending'),
             (select (min(p.from_day)::timestamp) at time zone (select zone from force_day) from force_period p
              where p.from_day > (select done from force_day) and p.from_day <> '-infinity')) as next,
       (select stamp from change_log) as stamp;
