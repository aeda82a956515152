-- Begins a batch of hits: which of these articles the public may read. Sets the limits of the transaction with it: an
-- instance that vanishes in the middle of a batch, with its machine, must not hold its rows for hours; and one that waits
-- for such rows must not leave its statement waiting in the database when it gives up itself.
select a.id
from (select set_config('idle_in_transaction_session_timeout', '10s', true) as idle,
             set_config('lock_timeout', :lockTimeout, true) as waiting) limits
left join public_article a on a.id = any (:articles)
where idle is not null and waiting is not null
