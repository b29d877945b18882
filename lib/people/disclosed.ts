/**
 * As SQL, whether what makes `challenge` one may be known outside the team: not while it comes from a file whose results
 * are under embargo. Its people have their roles already, so that the act that made it can be undone; they learn of them
 * when everybody does.
 */
export const isDisclosed = (challenge: string): string => `NOT EXISTS (SELECT 1 FROM challenge secret
  JOIN application made ON made.id = secret.application_id JOIN call held ON held.id = made.call_id
  WHERE secret.id = ${challenge} AND NOT secret.published AND held.results_published_at IS NULL)`;
