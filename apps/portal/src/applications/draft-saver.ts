import type { ApplicationView, SaveDraftRequest } from '@xibu/domain/recruitment/api';
import { mayPass, ProblemError, problemOf } from '../api/problem.js';
import { secondsToWait } from '../api/retrying.js';
import type { FieldValue, FieldValues } from '../ui/fields.js';

export type SaveState =
  /** Everything that can be saved is with the service since this instant. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** No answer, or a busy service: tried again by itself. */
  | { readonly kind: 'waiting' }
  /** The service said no to the whole; nothing more is sent. */
  | { readonly kind: 'closed'; readonly detail: string };

export interface DraftSnapshot {
  readonly values: FieldValues;
  readonly state: SaveState;
  /** Fields that the service refused, with its sentence. */
  readonly refused: Readonly<Record<string, string>>;
}

/** What the saver needs from the outside. */
export interface DraftPorts {
  put(body: SaveDraftRequest, version: number): Promise<ApplicationView>;
  reread(): Promise<ApplicationView>;
  /** Malformed values wait in the page; the service would refuse them. */
  isSendable(key: string, value: FieldValue): boolean;
  /** Keeps in this browser what the service has not got yet; nothing when all of it is there. */
  keep(unsaved: Readonly<Record<string, unknown>> | null): void;
  /** From 0 to 1, so that pages do not come back together. */
  chance(): number;
  /** Runs later; returns how to give it up. */
  later(work: () => void, ms: number): () => void;
}

const pauseMs = 800;
const retriesMs = [3_000, 10_000, 30_000];

/**
 * Keeps a form safe while it is written: a moment after the last key the changed fields, and only those, go to the
 * service; a failure is tried again; a newer version from another window is taken over under one's own changes.
 */
export class DraftSaver {
  private saved: FieldValues;
  private version: number;
  private current: DraftSnapshot;
  private giveUp: () => void = () => undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private readonly touched = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(
    record: ApplicationView,
    private readonly ports: DraftPorts,
    suggested: FieldValues = {},
    /** What was kept when the page was closed before it could be saved. */
    kept: FieldValues = {},
  ) {
    this.saved = formOf(record);
    this.version = record.version;
    const values = { ...suggested, ...this.saved, ...kept };
    for (const key of Object.keys(kept)) this.touched.add(key);
    this.current = { values, state: { kind: 'saved', at: record.updatedAt }, refused: {} };
    if (this.hasUnsaved()) this.current = { ...this.current, state: { kind: 'changed' } };
  }

  /** Goes on saving what was kept, once the page is drawn. */
  resume(): void {
    if (this.hasUnsaved()) this.saveAfter(pauseMs);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.current;

  change(changed: FieldValues): void {
    if (this.current.state.kind === 'closed') return;
    for (const key of Object.keys(changed)) this.touched.add(key);
    const refused = Object.fromEntries(Object.entries(this.current.refused).filter(([key]) => !(key in changed)));
    this.show({ values: { ...this.current.values, ...changed }, refused, state: { kind: 'changed' } });
    this.failures = 0;
    this.keepUnsaved();
    this.saveAfter(pauseMs);
  }

  /** Saves now what is not saved; true when nothing remains that could be. */
  async flush(): Promise<boolean> {
    this.giveUp();
    await this.save();
    return Object.keys(this.unsaved()).length === 0;
  }

  /** Whether leaving now would lose something that was written, malformed fields included. */
  hasUnsaved(): boolean {
    return this.unsavedKeys().length > 0;
  }

  unsavedKeys(): readonly string[] {
    const { values, state } = this.current;
    return state.kind === 'closed' ? [] : [...this.touched].filter((key) => !same(values[key], this.saved[key]));
  }

  /** The form was submitted: nothing is left to save, and nothing holds the page. */
  finish(): void {
    this.giveUp();
    this.show({ state: { kind: 'closed', detail: '' } });
    this.keepUnsaved();
  }

  stop(): void {
    this.giveUp();
  }

  private saveAfter(ms: number): void {
    this.giveUp();
    this.giveUp = this.ports.later(() => void this.save(), ms);
  }

  /** One save at a time; a second call waits for the first and then sends what has changed since. */
  private async save(): Promise<void> {
    while (this.running) await this.running;
    if (this.current.state.kind === 'closed') return;
    const body = this.unsaved();
    if (Object.keys(body).length === 0) return;
    this.running = this.send(body);
    await this.running;
  }

  private async send(body: FieldValues): Promise<void> {
    this.show({ state: { kind: 'saving' } });
    try {
      const record = await this.ports.put(emptied(body), this.version);
      this.version = record.version;
      this.saved = { ...this.saved, ...body };
      this.failures = 0;
      this.keepUnsaved();
      const more = Object.keys(this.unsaved()).length > 0;
      this.show({ state: more ? { kind: 'changed' } : { kind: 'saved', at: record.updatedAt } });
      if (more) this.saveAfter(pauseMs);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await this.recover(error, body);
    } finally {
      this.running = null;
    }
  }

  private async recover(error: ProblemError, body: FieldValues): Promise<void> {
    const problem = problemOf(error);
    const named = problem.errors.flatMap(({ pointer, detail }) => {
      const key = pointer.split('/')[1] ?? '';
      return key in body ? [[key, detail] as const] : [];
    });
    if (named.length > 0) {
      this.show({ refused: { ...this.current.refused, ...Object.fromEntries(named) }, state: { kind: 'changed' } });
      if (Object.keys(this.unsaved()).length > 0) this.saveAfter(0);
    } else if (problem.status === 412) {
      await this.takeOver();
    } else if (mayPass(problem) || problem.status === 401) {
      this.tryAgain(problem.retryAfterSeconds);
    } else {
      this.show({ state: { kind: 'closed', detail: problem.detail } });
      this.keepUnsaved();
    }
  }

  /** After what the answer said, or longer each time. */
  private tryAgain(toldSeconds: number | null): void {
    this.show({ state: { kind: 'waiting' } });
    const usualMs = retriesMs[Math.min(this.failures, retriesMs.length - 1)] ?? pauseMs;
    const toldMs = toldSeconds === null ? null : secondsToWait(toldSeconds, 0, this.ports.chance()) * 1000;
    this.saveAfter(toldMs ?? usualMs);
    this.failures += 1;
  }

  private keepUnsaved(): void {
    const { values } = this.current;
    const entries = this.unsavedKeys().map((key) => [key, values[key] ?? null] as const);
    this.ports.keep(entries.length > 0 ? Object.fromEntries(entries) : null);
  }

  /** Another window saved first: its fields come in, except those that were changed here. */
  private async takeOver(): Promise<void> {
    const mine = this.unsaved();
    try {
      const record = await this.ports.reread();
      this.version = record.version;
      this.saved = formOf(record);
      this.show({ values: { ...this.current.values, ...this.saved, ...mine }, state: { kind: 'changed' } });
      this.saveAfter(0);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.tryAgain(error.problem.retryAfterSeconds);
    }
  }

  private unsaved(): FieldValues {
    const { values, refused } = this.current;
    const changed = Object.entries(values).filter(
      ([key, value]) => !same(value, this.saved[key]) && !(key in refused) && this.ports.isSendable(key, value),
    );
    return Object.fromEntries(changed);
  }

  private show(changed: Partial<DraftSnapshot>): void {
    this.current = { ...this.current, ...changed };
    for (const listener of this.listeners) listener();
  }
}

function formOf({ form }: ApplicationView): FieldValues {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
}

/** JSON has no undefined: a field that was cleared travels as null. */
function emptied(body: FieldValues): SaveDraftRequest {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, value ?? null]));
}

function same(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
