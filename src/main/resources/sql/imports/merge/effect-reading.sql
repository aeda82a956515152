-- Texts that came were read by the reader that there was: an older one's are read again.
update effect_reading h set version = t.version, reached = null from merging_effect_reading t where t.version < h.version
