import en from './words-en.json';
import fr from './words-fr.json';

/** What the pieces say on this page only: invented, so it stays out of messages. */
export type Words = typeof fr;
export const wordsOf = (locale: string): Words => (locale === 'en' ? en : fr);
