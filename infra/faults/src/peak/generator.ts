import { setTimeout as pause } from 'node:timers/promises';
import { type Draw, drawsOf } from '@xibu/local/draws';
import { History } from '../history.js';
import { Caller } from './caller.js';
import { type Comer, Crowd, type Errand } from './crowd.js';
import type { Attempt } from './figures.js';
import { type Answer, pursue } from './manners.js';
import { recorded } from './recorded.js';
import type { Intent } from './schedule.js';

export interface Beginning {
  readonly url: string;
  readonly historyFile: string;
  readonly seed: string;
  /** What a visitor reads. */
  readonly publicPaths: readonly string[];
}

export type Order =
  | { readonly order: 'begin'; readonly beginning: Beginning }
  | { readonly order: 'add'; readonly comers: readonly Comer[] }
  /** `graceMs`: how long after the last start a good client still tries. */
  | { readonly order: 'run'; readonly intents: readonly Intent[]; readonly graceMs: number }
  | { readonly order: 'end' };

export type Report =
  | { readonly report: 'begun' }
  | {
      readonly report: 'done';
      readonly attempts: readonly Attempt[];
      /** Intents for which nobody was left. */
      readonly unwanted: number;
      /** Who could still submit. */
      readonly left: number;
    };

/** The process that asks: it keeps to its schedule, whatever the system does. */
class Generator {
  private readonly history: History;
  private readonly crowd: Crowd;
  private readonly draw: Draw;
  private attempts: Attempt[] = [];
  private began = 0;
  private readonly caller: Caller;

  constructor({ url, historyFile, seed, publicPaths }: Beginning) {
    this.history = new History(historyFile, 'system');
    this.crowd = new Crowd(publicPaths);
    this.draw = drawsOf(`${seed}/manners`);
    this.caller = new Caller(url, () => this.now());
  }

  add(comers: readonly Comer[]): void {
    this.crowd.add(comers);
  }

  /** Starts each intent when it is due, and never waits for an answer before the next. */
  async run(intents: readonly Intent[], graceMs: number): Promise<Report> {
    this.attempts = [];
    this.began = performance.now();
    const untilMs = (intents.at(-1)?.dueMs ?? 0) + graceMs;
    const running: Promise<unknown>[] = [];
    let unwanted = 0;
    for (const [index, intent] of intents.entries()) {
      if (intent.dueMs > this.now()) await this.waitUntil(intent.dueMs);
      const errand = this.crowd.errand(intent.kind);
      if (errand) running.push(this.follow(errand, index, intent, untilMs));
      else unwanted += 1;
    }
    await Promise.all(running);
    return { report: 'done', attempts: this.attempts, unwanted, left: this.crowd.left };
  }

  end(): void {
    this.history.close();
    this.caller.close();
  }

  private async follow(errand: Errand, intent: number, { kind, dueMs }: Intent, untilMs: number): Promise<void> {
    const send = async (nth: number, due: number): Promise<Answer> => {
      const sentMs = this.now();
      const answer = await this.send(errand, kind);
      const { status, isPolite, endMs } = answer;
      this.attempts.push({ intent, nth, kind, dueMs: due, sentMs, endMs, status, isPolite });
      return answer;
    };
    const waitUntil = (ms: number) => this.waitUntil(ms);
    errand.end(await pursue(send, dueMs, { untilMs, waitUntil, draw: this.draw }));
  }

  /** Only submissions go into the history: they are what an acknowledgement promises. The rest is counted. */
  private send({ call, cookies, person }: Errand, kind: Intent['kind']): Promise<Answer> {
    const ask = () => this.caller.ask(call, cookies);
    if (kind !== 'submit' || call.key === undefined) return ask();
    return recorded(this.history, { key: call.key, kind, person }, ask);
  }

  private async waitUntil(ms: number): Promise<void> {
    await pause(Math.max(0, ms - this.now()));
  }

  private now(): number {
    return performance.now() - this.began;
  }
}

let generator: Generator | null = null;

async function obey(order: Order): Promise<void> {
  if (order.order === 'begin') {
    generator = new Generator(order.beginning);
    return;
  }
  if (!generator) throw new Error('begin first');
  if (order.order === 'add') generator.add(order.comers);
  if (order.order === 'run') {
    tell({ report: 'begun' });
    tell(await generator.run(order.intents, order.graceMs));
  }
  if (order.order === 'end') {
    generator.end();
    process.disconnect();
  }
}

function tell(report: Report): void {
  process.send?.(report);
}

/** Orders come one after the other; each is done before the next is taken up. */
let last = Promise.resolve();
process.on('message', (order: Order) => {
  last = last.then(() => obey(order));
});
