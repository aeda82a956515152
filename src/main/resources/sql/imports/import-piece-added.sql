-- A piece of a part.
insert into import_piece (job_id, part, number, content) values (:job, :part, :number, :content)
