import type { Logger } from '@xibu/messaging';

const say =
  (level: string) =>
  (values: object, message: string): void =>
    console.error(`${level} ${message} ${JSON.stringify(values, errorsToo)}`);

/** Says nothing of what is ordinary. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: say('error'),
};

function errorsToo(_name: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
