declare module '@socialgouv/jours-feries' {
  /** Name → local midnight of the day. */
  export default function publicHolidays(year: number, options?: { alsace?: boolean }): Record<string, Date>;
}
