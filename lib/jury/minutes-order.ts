import type { MinutesContent } from './minutes';

type Method = MinutesContent['method'];
type Words = (key: string, values?: Record<string, string | number>) => string;

/** The order truly followed, and what was done about severity or why nothing could be: said alike on the page and in print. */
export function orderSaid(method: Method, t: Words): { order: string; severity: string | null } {
  const order = method.ranking.map((rule) => t(`rankRules.${rule}`)).join(', ');
  const { correction } = method;
  if (!correction) return { order, severity: null };
  if (correction.method) return { order, severity: t('minutes.corrected', { method: correction.method }) };
  if (correction.why && (correction.asked || correction.why === 'disconnected'))
    return { order, severity: t(`minutes.notCorrected.${correction.why}`, { parts: correction.parts }) };
  return { order, severity: t('minutes.rawMeans') };
}
