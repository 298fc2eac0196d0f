import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@xibu/domain';
import type { RoundPhase } from '@xibu/domain/placement/api';
import { previewOf } from './preview.rules.js';
import type { AnswerOf, RoundTask, WorkerMessage } from './round-task.js';
import { solveFrozen } from './solve-frozen.js';

/** A thread of its own: however large a round is, requests are answered meanwhile. */
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

function work(task: RoundTask): AnswerOf[keyof AnswerOf] {
  if (task.kind === 'preview') return previewOf(task.input, task.changes);
  return solveFrozen(task.files, task.seed, (phase: RoundPhase) => say({ phase }));
}

try {
  say({ answer: work(workerData as RoundTask) });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const details = Object.entries(error.details).filter(([, value]) => value !== undefined);
  say({ refusal: { code: error.code, details: Object.fromEntries(details) as Record<string, string | number> } });
}
