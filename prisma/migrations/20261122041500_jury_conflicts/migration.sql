-- Who may not read which file, and why: the one place that says so. Lists, counts, search, exports and the solver all ask it.
--   owner                 the applicant, or a colleague invited on the file: never dismissed
--   <kind of a conflict>  declared, proposed or confirmed, unless dismissed
--   organisation          works for the file's organisation, one above it or one below it
--   mail_domain           same: the address belongs to such an organisation, or is of the applicant's own domain
--   former_organisation   worked there before
-- Found ones stop blocking only by a dismissed conflict of the same kind, which someone signed.
CREATE FUNCTION mail_domain(address text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN d = ANY ('{gmail.com,googlemail.com,outlook.com,outlook.fr,hotmail.com,hotmail.fr,live.fr,yahoo.fr,yahoo.com,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,icloud.com,me.com,protonmail.com,proton.me,pm.me,gmx.fr,example.com,example.org}'::text[])
    THEN NULL ELSE d END
  FROM (SELECT nullif(lower(split_part(address, '@', 2)), '') AS d) AS part
$$;

CREATE FUNCTION jury_conflicts(persons uuid[], files uuid[])
RETURNS TABLE (person_id uuid, application_id uuid, kind text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE
  seed AS (
    SELECT a.person_id, a.organisation_id,
      CASE WHEN a."to" < current_date THEN 'former_organisation' ELSE 'organisation' END AS kind
    FROM affiliation a WHERE a.person_id = ANY (persons)
    UNION
    SELECT p.id, o.id, 'mail_domain' FROM person p
    JOIN organisation o ON EXISTS (
      SELECT 1 FROM unnest(o.mail_domains) m
      WHERE mail_domain(p.email) = lower(m) OR mail_domain(p.email) LIKE '%.' || lower(m))
    WHERE p.id = ANY (persons)
  ),
  above AS (
    SELECT s.person_id, s.organisation_id, s.kind FROM seed s
    UNION
    SELECT k.person_id, o.parent_id, k.kind FROM above k JOIN organisation o ON o.id = k.organisation_id
    WHERE o.parent_id IS NOT NULL
  ),
  below AS (
    SELECT s.person_id, s.organisation_id, s.kind FROM seed s
    UNION
    SELECT k.person_id, o.id, k.kind FROM below k JOIN organisation o ON o.parent_id = k.organisation_id
  ),
  kin AS (SELECT * FROM above UNION SELECT * FROM below),
  found AS (
    SELECT k.person_id, a.id AS application_id, k.kind
    FROM application a JOIN kin k ON k.organisation_id = a.organisation_id WHERE a.id = ANY (files)
    UNION
    SELECT p.id, a.id, 'mail_domain'
    FROM application a JOIN person o ON o.id = a.owner_id
    JOIN person p ON mail_domain(p.email) = mail_domain(o.email) AND p.id = ANY (persons)
    WHERE a.id = ANY (files)
  )
  SELECT f.person_id, f.application_id, f.kind FROM found f
  WHERE NOT EXISTS (
    SELECT 1 FROM conflict c WHERE c.person_id = f.person_id AND c.application_id = f.application_id
      AND c.kind = f.kind AND c.state = 'dismissed')
  UNION
  SELECT c.person_id, c.application_id, c.kind FROM conflict c
  WHERE c.person_id = ANY (persons) AND c.application_id = ANY (files) AND c.state <> 'dismissed'
  UNION
  SELECT a.owner_id, a.id, 'owner' FROM application a WHERE a.owner_id = ANY (persons) AND a.id = ANY (files)
  UNION
  SELECT m.person_id, m.application_id, 'owner' FROM application_member m
  WHERE m.person_id = ANY (persons) AND m.application_id = ANY (files)
$$;
