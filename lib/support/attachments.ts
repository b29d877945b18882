/** What may be attached to a resource, how heavy, how many. */
export const ATTACHMENTS = {
  types: ['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'csv', 'png', 'jpg'],
  maxBytes: 10_000_000,
  most: 10,
} as const;
