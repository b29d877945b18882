/** What is known of an attached file. Only `safe` was looked at and found clean; nothing else is passed off as that. */
export const SCAN_STATES = ['pending', 'safe', 'infected', 'error', 'unscanned'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** To others than its author: found clean, or (where no scanner is installed) never scanned and said so. */
export const READABLE_BY_OTHERS: readonly ScanState[] = ['safe', 'unscanned'];
/** Whoever sent a file may read it again while it waits: it came from their own machine. */
export const READABLE_BY_AUTHORS: readonly ScanState[] = ['safe', 'unscanned', 'pending'];
