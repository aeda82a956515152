-- A category leaves the tree. Texts that name it, or one that was merged into it before, mean another one from now on.
update category set merged_into = :to, parent_id = null, place = null, path_ids = null, path = null
where id = :from or merged_into = :from
