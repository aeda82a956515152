-- Gives articles that are new here their states, now that their texts are here.
update article a set state = t.state, live_revision_id = t.live_revision_id + :revisions, withdrawal_explanation = t.withdrawal_explanation,
    withdrawn_at = t.withdrawn_at, removal_explanation = t.removal_explanation, removed_at = t.removed_at, redirect_to = t.redirect_to,
    listed = t.listed
from merging_article t join merging_fate f on f.id = t.id and f.new
where t.id = a.id
