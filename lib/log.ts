import pino from 'pino';

/** Structured, UTC; callers log identifiers and reasons, never tokens, mails or what people wrote. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['token', 'code', 'cookie', 'authorization', '*.token', '*.code', '*.cookie', '*.authorization'],
});
