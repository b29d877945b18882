/** "2026-03-24-am" as people say it: « mar. 24 mars, matin ». What is not a dated half-day is said as it is. */
export function halfDayText(halfDay: string, locale: string, parts: { am: string; pm: string }): string {
  const found = /^(\d{4}-\d{2}-\d{2})-(am|pm)$/.exec(halfDay);
  if (!found) return halfDay;
  const [, day, part] = found;
  const text = new Date(`${day}T12:00:00Z`).toLocaleDateString(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return `${text}, ${parts[part as 'am' | 'pm']}`;
}
