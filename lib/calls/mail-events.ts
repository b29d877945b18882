/** The mails of a call that its coordinators may reword, and what each may name in {{double braces}}. */
export const MAIL_EVENTS = {
  receipt: ['title', 'reference', 'call', 'number', 'receivedAt', 'digest', 'pdf'],
  invitation_edit: ['title', 'call', 'by'],
  invitation_view: ['title', 'call', 'by'],
  withdrawal: ['title', 'reference', 'call', 'at'],
  restored: ['title', 'reference', 'call', 'at'],
  infected: ['title', 'call', 'name'],
  transfer: ['title', 'call', 'by'],
  transferred: ['title', 'call', 'by'],
  message_to_applicant: ['title', 'reference', 'call', 'body'],
  correction_asked: ['title', 'reference', 'call', 'count', 'due', 'reason'],
  correction_reminder: ['title', 'reference', 'call', 'due'],
  correction_cancelled: ['title', 'reference', 'call'],
  questions_sent: ['title', 'reference', 'call', 'count', 'due'],
  questions_reminder: ['title', 'reference', 'call', 'due'],
  extended: ['call', 'before', 'after', 'reason'],
  shortened: ['call', 'before', 'after', 'reason'],
  newForm: ['call'],
  result_preselected: ['title', 'reference', 'call', 'reason'],
  result_not_preselected: ['title', 'reference', 'call', 'reason', 'criteria'],
  result_selected: ['title', 'reference', 'call', 'reason'],
  result_reserve: ['title', 'reference', 'call', 'reason', 'criteria'],
  result_not_selected: ['title', 'reference', 'call', 'reason', 'criteria'],
  result_ineligible: ['title', 'reference', 'call', 'reason'],
} as const satisfies Record<string, readonly string[]>;
export type MailEvent = keyof typeof MAIL_EVENTS;

export const isMailEvent = (name: string): name is MailEvent => Object.hasOwn(MAIL_EVENTS, name);

/** What a mailing to many may name. A person with several files reads the titles and references of all of them. */
export const MAILING_VARIABLES = ['name', 'title', 'reference', 'organisation', 'call', 'deadline', 'link'] as const;
