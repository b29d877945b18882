export type Figures = {
  challenges: number;
  /** Lines whose day has come. */
  due: number;
  onTime: number;
  closedLate: number;
  stillOpen: number;
  blocked: number;
  /** Days, over the lines that were or are late; null when none was. */
  medianLate: number | null;
};

/** Share of what was due that came on its day, in whole percents. */
export const onTimeShare = ({ due, onTime }: Figures): number => (due === 0 ? 0 : Math.round((onTime / due) * 100));
