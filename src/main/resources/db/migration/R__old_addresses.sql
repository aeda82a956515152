-- Whether another old address is the same as this one but for its case. PostgreSQL plans a function for each statement that calls it:
-- a plan that is kept from when the table was small would read all of the table for each address.
create or replace function differs_by_case(address uuid, key text) returns boolean language sql stable parallel safe as $$
    select exists (select from old_address x where lower(x.address_key) = lower($2) and x.id <> $1)
$$;
