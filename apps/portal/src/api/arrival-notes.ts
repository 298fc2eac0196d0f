import { dropOwn, keepOwn, ownKept } from './own-memory.js';

/** Where notes are kept beyond a reload. */
export interface NoteMemory {
  keep(name: string, note: string): void;
  kept(name: string): unknown;
  drop(name: string): void;
}

const ownMemory: NoteMemory = { keep: keepOwn, kept: ownKept, drop: dropOwn };

/**
 * Whoever is sent away for now is told in writing when they were there. The same step brings that along the next time:
 * a deadline that passes meanwhile takes nothing from them.
 */
export class ArrivalNotes {
  constructor(private readonly memory: NoteMemory = ownMemory) {}

  /** What goes with the step of this key. */
  headersFor(key: string | undefined): Readonly<Record<string, string>> {
    const note = key === undefined ? null : this.memory.kept(nameOf(key));
    return typeof note === 'string' ? { 'arrival-note': note } : {};
  }

  /** Keeps the note of a step that was sent away, and forgets it when the step is done. */
  take(key: string | undefined, { status, ok, headers }: Pick<Response, 'status' | 'ok' | 'headers'>): void {
    if (key === undefined) return;
    const note = headers.get('arrival-note');
    if (status === 503 && note) this.memory.keep(nameOf(key), note);
    if (ok) this.memory.drop(nameOf(key));
  }
}

function nameOf(key: string): string {
  return `arrival.${key}`;
}
