-- An editor says that an event does not count. The latest reason stands.
insert into rejected_effect (effect_id, article_id, at, actor, reason)
values (:id, :article, :at, :actor, :reason)
on conflict (effect_id) do update set at = excluded.at, actor = excluded.actor, reason = excluded.reason
