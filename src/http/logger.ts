/** The process's structured log: JSON lines on standard output, with whatever could be a secret taken out. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { logFields } from '../telemetry/scope.js';

/** Fields that never belong in a log; the second guard, for the day when something passes them by mistake. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'token',
  'key',
  'apiKey',
  'secret',
  'body',
  'payload',
  'mongodb',
];

/** Credentials in a URL, wherever it stands in a line. */
const URL_CREDENTIALS = /(\w:\/\/)[^\s/@"\\]+@/g;

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['', '*.', '*.*.'].flatMap((above) => SECRET_FIELDS.map((field) => above + field)),
      censor: '[redacted]',
    },
    // What the line itself, or the logger it is written to, says already stays as it is said.
    mixin: (_line: object, _level: number, logger: Logger) => without(logFields(), Object.keys(logger.bindings())),
    hooks: { streamWrite: (line: string) => line.replace(URL_CREDENTIALS, '$1[redacted]@') },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function without(fields: Record<string, string>, names: readonly string[]): Record<string, string> {
  for (const name of names) delete fields[name];
  return fields;
}
