-- Begins a batch of hits, and finds those of the articles that the public may read. Sets two limits until the commit. An
-- instance that vanishes with its machine in the middle of a batch must not hold its rows for hours. An instance that gives
-- up waiting for such rows must not leave its statement waiting in the database.
select a.id
from (select set_config('idle_in_transaction_session_timeout', '10s', true) as idle,
             set_config('lock_timeout', :lockTimeout, true) as waiting) limits
left join public_article a on a.id = any (:articles)
where idle is not null and waiting is not null
