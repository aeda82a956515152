-- A new webhook. It is told of what happens from now on.
with made as (
    insert into webhook (id, name, url, event_types, category_ids, tags, directive_types, ordered, created_at, created_by, version)
    values (:id, :name, :url, :eventTypes::text[], :categories::uuid[], :tags::text[], :directiveTypes::text[], :ordered, :now, :by, 1)
    returning id)
insert into webhook_state (webhook_id, state, reached)
select made.id, 'active', last from made, change_log
