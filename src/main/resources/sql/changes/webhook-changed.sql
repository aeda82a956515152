-- Changes a webhook as a whole.
update webhook
set name = :name, url = :url, event_types = :eventTypes::text[], category_ids = :categories::uuid[], tags = :tags::text[],
    directive_types = :directiveTypes::text[], ordered = :ordered, version = version + 1
where id = :id
