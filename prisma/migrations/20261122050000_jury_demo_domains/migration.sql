-- Shared domains are nobody's employer; a body's own subdomain is, even under a reserved name.
CREATE OR REPLACE FUNCTION mail_domain(address text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN d = ANY ('{gmail.com,googlemail.com,outlook.com,outlook.fr,hotmail.com,hotmail.fr,live.fr,yahoo.fr,yahoo.com,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,icloud.com,me.com,protonmail.com,proton.me,pm.me,gmx.fr,demo.invalid,example.com,example.org,example.net,example.fr}'::text[])
    THEN NULL ELSE d END
  FROM (SELECT nullif(lower(split_part(address, '@', 2)), '') AS d) AS part
$$;
