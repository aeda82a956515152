-- Words by which links find an item. Where two items have one, it is the first one's.
insert into import_key (job_id, key, number) select :job, k.key, :number from unnest(:keys::text[]) k (key)
on conflict do nothing
