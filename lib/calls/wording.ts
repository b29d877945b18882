/** A mail's words: paragraphs are lines of the body. Variables stand in double braces: {{reference}}. */
export type MailText = { subject: string; title: string; body: string };
export type WordingFault = { reason: 'unknown_variable' | 'broken_braces'; found: string };

const VARIABLE = /\{\{\s*([\p{L}\d_.-]+)\s*\}\}/gu;

/** The text with its variables filled in. A value never becomes a variable itself; an unknown name stays as typed. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole));
}

/** A subject is one line whatever its values hold. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The paragraphs of a filled body: empty lines and lines whose variables were empty are left out. */
export const paragraphs = (body: string): string[] => body.split('\n').filter((line) => line.trim() !== '');

export function fillMail(text: MailText, values: Readonly<Record<string, string>>) {
  return {
    subject: oneLine(fill(text.subject, values)),
    title: oneLine(fill(text.title, values)),
    paragraphs: paragraphs(fill(text.body, values)),
  };
}

/** What keeps a text from being sent: a name that does not exist here, or braces that do not close. */
export function wordingFaults(text: string, known: readonly string[]): WordingFault[] {
  const faults: WordingFault[] = [];
  const left = text.replace(VARIABLE, (whole, name: string) => {
    if (!known.includes(name)) faults.push({ reason: 'unknown_variable', found: whole });
    return '';
  });
  const broken = /.{0,20}(?:\{\{|\}\}).{0,20}/u.exec(left);
  if (broken) faults.push({ reason: 'broken_braces', found: broken[0].trim() });
  return faults;
}
