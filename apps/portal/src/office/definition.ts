import type { Actor } from '@xibu/domain/access';
import type { RowResult } from '@xibu/domain/recruitment/api';
import { useLanguage } from '../language/language.js';
import type { Language, SameWords, Texts } from '../language/texts.js';
import { useNow } from '../session/clock.js';
import { useActor } from '../session/session.js';
import type { ButtonTone } from '../ui/Button.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import type { Tone } from '../ui/notices.js';

/** Who looks, in which language, when: what a definition may depend on besides its words. */
export interface Beholder {
  readonly actor: Actor;
  readonly language: Language;
  /** Null until the services have told the time. */
  readonly now: Date | null;
}

/** A page told as data: the words come in, so that a definition is written once for both languages. */
export type Define<Table, Definition> = (t: SameWords<Table>, beholder: Beholder) => Definition;

export function useDefinition<Table, Definition>(text: Texts<Table>, define: Define<Table, Definition>): Definition {
  const { language } = useLanguage();
  const actor = useActor();
  const now = useNow();
  return define(text[language], { actor, language, now });
}

/** A state in one word. */
export interface State {
  readonly label: string;
  readonly tone: Tone;
}

/** The same for many records: the ids go in, an answer per row comes back. */
export interface BulkAction {
  readonly key: string;
  readonly label: string;
  readonly tone?: ButtonTone;
  question(count: number): string;
  /** On the button inside the dialog; the label where nothing is said. */
  readonly doLabel?: string;
  readonly fields?: readonly FieldSpec[];
  readonly path: string;
  body(ids: readonly string[], values: FieldValues): unknown;
  /** What became of each row, where the service answers something else than a list of rows. */
  rowsOf?(answer: unknown, ids: readonly string[]): readonly RowResult[];
}

/** The service did all of them, or none and said why. */
export function allDone(_answer: unknown, ids: readonly string[]): readonly RowResult[] {
  return ids.map((id) => ({ id, done: true }));
}
