-- The order in which entries of a tier are taken: see best-of-many.sql.
case when rare then 0 else (id < small_from)::int + (id < large_from)::int + (id < huge_from)::int end
