-- Search without accents nor case. Immutable forms, so that indexes may hold them.
CREATE FUNCTION searchable(VARIADIC p_texts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, array_to_string(p_texts, ' ')))
$$;
CREATE FUNCTION joined(p_texts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_string(p_texts, ' ')
$$;

CREATE INDEX challenge_search ON challenge USING gin (searchable(title, tagline, joined(aliases)) gin_trgm_ops);
CREATE INDEX organisation_search ON organisation USING gin (searchable(name, acronym, joined(aliases)) gin_trgm_ops);
CREATE INDEX person_search ON person USING gin (searchable(name, joined(aliases)) gin_trgm_ops);

-- Which pay level a seat is on, for rules that follow the employer's cost; and challenges that pay for themselves.
ALTER TABLE "position" ADD COLUMN "net_monthly_cents" INTEGER;
ALTER TABLE "challenge" ADD COLUMN "self_funded" BOOLEAN NOT NULL DEFAULT false;
