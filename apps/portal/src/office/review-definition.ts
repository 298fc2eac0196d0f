import type { ReactNode } from 'react';
import type { ListSource } from '../api/lists.js';
import type { StepAction } from '../ui/StepButton.js';
import type { State } from './definition.js';

/** One decision of the bar: a step with a key on the keyboard. */
export interface Decision<Content> extends StepAction<Content> {
  /** One letter; `j` and `k` are taken. */
  readonly shortcut: string;
}

/** A sentence that must be ticked before a decision of these keys may be sent. */
export interface Precondition {
  readonly key: string;
  readonly label: string;
  readonly missing: string;
  readonly for: readonly string[];
}

/** Reviewing many, one after the other: the list on the left, the record, the decision at the bottom. */
export interface ReviewDefinition<Row, Content> {
  readonly title: string;
  /** Address of the pane without the id. */
  readonly address: string;
  readonly source: ListSource;
  readonly sort?: string;
  idOf(row: Row): string;
  nameOf(row: Row): string;
  /** Second line of the row: names first, then words. */
  aboutNames(row: Row): readonly string[];
  about(row: Row): string;
  tags?(row: Row): readonly State[];
  path(id: string): string;
  titleOf(record: Content): string;
  stateOf(record: Content): State;
  detail(record: Content): ReactNode;
  /** Whether it still waits for this person; a record that was decided elsewhere shows no bar. */
  waits(record: Content): boolean;
  readonly decisions: readonly Decision<Content>[];
  readonly precondition?: Precondition;
}
