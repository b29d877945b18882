-- Domains reserved for documentation and tests (RFC 2606) are nobody's employer.
CREATE OR REPLACE FUNCTION mail_domain(address text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN d = ANY ('{gmail.com,googlemail.com,outlook.com,outlook.fr,hotmail.com,hotmail.fr,live.fr,yahoo.fr,yahoo.com,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,icloud.com,me.com,protonmail.com,proton.me,pm.me,gmx.fr}'::text[])
      OR d ~ '(^|\.)(invalid|test|example|localhost|example\.(com|net|org))$'
    THEN NULL ELSE d END
  FROM (SELECT nullif(lower(split_part(address, '@', 2)), '') AS d) AS part
$$;
