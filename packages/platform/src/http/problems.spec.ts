import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { ProblemFilter } from './problems.js';

/** What is logged, as level and sentence, and the status of the answer. */
function heard(error: unknown, { gone }: { readonly gone: boolean }): { logged: string[]; status: number } {
  const logged: string[] = [];
  const say = (level: string) => (_: object, text: string) => void logged.push(`${level}: ${text}`);
  const logger = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  let status = 0;
  const reply = {
    raw: Object.assign(new EventEmitter(), { destroyed: gone }),
    status(given: number) {
      status = given;
      return reply;
    },
    header: () => reply,
    send: () => reply,
  };
  const host = { getType: () => 'http', switchToHttp: () => ({ getResponse: () => reply }) };
  new ProblemFilter(logger).catch(error, host as unknown as ArgumentsHost);
  return { logged, status };
}

const broken = Object.assign(new Error('The operation was aborted'), { name: 'AbortError' });

test('that somebody left before the answer came is no fault', () => {
  expect(heard(broken, { gone: true }).logged).toEqual(['debug: whoever asked has left']);
});

test('an answer that was broken off while somebody waits for it is one, and so is any other fault', () => {
  expect(heard(broken, { gone: false })).toEqual({ logged: ['error: request failed'], status: 500 });
  expect(heard(new Error('a bug'), { gone: true }).logged).toEqual(['error: request failed']);
});
