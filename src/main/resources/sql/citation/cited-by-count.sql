-- How many articles cite a directive, or one of its sections: see cited-by.sql.
select count(distinct p.citing_id) as total
from public_reference p
where p.cited_id = :cited and p.citing_id <> :cited
  and (:eId::text is null or p.pinpoints @> array[:eId]::text[])
