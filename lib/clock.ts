/** Time is an argument of every rule: deadlines and reminders are tested to the second. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const clockAt =
  (iso: string): Clock =>
  () =>
    new Date(iso);
