-- Records a response, in the place of one that is too old to be repeated.
insert into idempotent_answer (owner, key_hash, request_hash, answer, created_at)
values (:owner, :key, :request, :response, :now)
on conflict (owner, key_hash) do update set request_hash = excluded.request_hash, answer = excluded.answer,
    created_at = excluded.created_at
