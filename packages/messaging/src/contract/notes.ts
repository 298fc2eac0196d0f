import type { Logger } from '../logger.js';

/** A logger that remembers, so that a test can say what was logged, and the run stays quiet. */
export class Notes implements Logger {
  readonly entries: { level: keyof Logger; message: string; values: object }[] = [];

  debug(values: object, message: string): void {
    this.entries.push({ level: 'debug', message, values });
  }

  info(values: object, message: string): void {
    this.entries.push({ level: 'info', message, values });
  }

  warn(values: object, message: string): void {
    this.entries.push({ level: 'warn', message, values });
  }

  error(values: object, message: string): void {
    this.entries.push({ level: 'error', message, values });
  }

  at(level: keyof Logger): string[] {
    return this.entries.filter((entry) => entry.level === level).map(({ message }) => message);
  }
}
