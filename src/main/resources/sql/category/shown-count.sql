-- How many categories shown.sql has.
select count(*) as total from category c where {where}
