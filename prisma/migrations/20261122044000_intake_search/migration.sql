-- The intake board: words in a file's title, organisation and reference, without accents; newest first within a call.
CREATE INDEX application_search ON application USING gin (searchable(title, organisation_name, reference) gin_trgm_ops);
