insert into dropped_hit as r (day, reason, refused) values (:day, :reason, :hits)
on conflict (day, reason) do update set refused = r.refused + excluded.refused
