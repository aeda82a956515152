-- When what the public reads changed last, when it is to change next, and its stamp: see change_log.
create or replace view public_moments as
select greatest((select max(updated_at) from article where live_revision_id is not null),
                (select changed_at from category_tree)) as last,
       (select min(at) from schedule where status = 'pending') as next,
       (select stamp from change_log) as stamp;
