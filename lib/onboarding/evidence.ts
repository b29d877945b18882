/** What may be attached to a line, how heavy, how many. */
export const EVIDENCE = {
  types: ['pdf', 'odt', 'ods', 'docx', 'xlsx', 'csv', 'png', 'jpg'],
  maxBytes: 10_000_000,
  most: 10,
} as const;
