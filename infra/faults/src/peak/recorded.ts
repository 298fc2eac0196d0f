import type { CommandKind, History } from '../history.js';
import { isAccepted, isRefused } from './figures.js';
import type { Answer } from './manners.js';

/** Writes a try of a command into the history before it is sent, and what came of it. */
export async function recorded(
  history: History,
  command: { readonly key: string; readonly kind: CommandKind; readonly person: number },
  send: () => Promise<Answer>,
): Promise<Answer> {
  history.write({ event: 'invoke', ...command });
  const began = performance.now();
  const answer = await send();
  const { status, isPolite } = answer;
  const told = { ...command, status, ms: Math.round(performance.now() - began) };
  if (isAccepted(answer)) history.write({ event: 'ok', ...told, answer: keptOf(answer.body) });
  else if (status === 0 || isRefused(answer) || status >= 500) history.write({ event: 'unknown', ...told, isPolite });
  else history.write({ event: 'fail', ...told, answer: answer.body });
  return answer;
}

/** Of an answer, what a checker compares; never a session. */
function keptOf(body: unknown): unknown {
  const { id, number, status, version } = body as Record<string, unknown>;
  return { id, number, status, version };
}
