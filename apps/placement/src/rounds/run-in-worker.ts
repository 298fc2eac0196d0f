import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '@xibu/domain';
import type { RoundPhase } from '@xibu/domain/placement/api';
import type { AnswerOf, RoundTask, WorkerMessage } from './round-task.js';

/** A thread runs compiled code: the same file seen from `src` and from `dist`. */
const workerFile = join(import.meta.dirname, '..', '..', 'dist', 'rounds', 'round-worker.js');

export interface Work<Answer> {
  readonly answer: Promise<Answer>;
  /** Ends the thread; the answer is then an error. */
  stop(): Promise<void>;
}

/**
 * Hands a task to a thread of its own and tells how far it has come, one phase after the other. When that cannot be
 * told, the thread ends, and the answer is what went wrong.
 */
export function runInWorker<Kind extends keyof AnswerOf>(
  task: Extract<RoundTask, { kind: Kind }>,
  tell: (phase: RoundPhase) => Promise<void> = async () => undefined,
): Work<AnswerOf[Kind]> {
  const worker = new Worker(workerFile, { workerData: task });
  const answer = new Promise<AnswerOf[Kind]>((resolve, reject) => {
    let told = Promise.resolve();
    const fail = (error: unknown) => {
      reject(error);
      void worker.terminate();
    };
    const next = (step: () => void | Promise<void>) => {
      told = told.then(step);
      told.catch(fail);
    };
    worker.on('message', (message: WorkerMessage) => {
      if ('phase' in message) next(() => tell(message.phase));
      else if ('answer' in message) next(() => resolve(message.answer as AnswerOf[Kind]));
      else next(() => reject(new Refusal(message.refusal.code as RefusalCode, message.refusal.details)));
    });
    worker.once('error', (error) => next(() => reject(error)));
    worker.once('exit', (code) => next(() => reject(new Error(`the worker ended before it answered (${code})`))));
  });
  return {
    answer,
    async stop() {
      await worker.terminate();
    },
  };
}
