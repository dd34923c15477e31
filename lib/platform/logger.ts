import { pino } from 'pino';

/** Structured logs on stderr: stdout belongs to command output. Secrets never reach a line. */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    redact: {
      paths: [
        'password',
        'token',
        'key',
        'secret',
        'cookie',
        'authorization',
        '*.password',
        '*.token',
        '*.secret',
        'headers.cookie',
        'headers.authorization',
      ],
      censor: '[redacted]',
    },
  },
  pino.destination({ dest: 2, sync: false }),
);
