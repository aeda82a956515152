-- A picture was noted as broken, too, for which an instance had too little memory: only WebP without loss is decoded as a whole.
-- What cannot be read is noted again when it is next asked for.
delete from scaled_picture s using media m where s.media_type is null and m.sha256 = s.sha256 and m.media_type = 'image/webp';
