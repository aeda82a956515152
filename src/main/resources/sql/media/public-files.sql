-- Which of these files are public.
select id, file_name, media_type, size, sha256, width, height, animated, uploaded_at from public_file where id = any (:ids)
