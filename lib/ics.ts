/** What a calendar file may not hold (RFC 5545: controls), or what would turn its lines around. */
const FORBIDDEN = /[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\t\n]/gu;

/** A text that people typed, as a value of a calendar file: its line ends are escaped by who writes it. */
export const calendarText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(FORBIDDEN, '');

/** A name, as a parameter: nothing in quotes can be escaped there, a quote would end it and name somebody else. */
export const calendarName = (text: string): string =>
  calendarText(text).replace(/["\\]/g, '’').replace(/\s+/g, ' ').trim();
