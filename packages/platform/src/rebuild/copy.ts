import type { Type } from '@nestjs/common';

/**
 * A table, or some columns of one, that repeats what other services have told, and that nothing but the reactions to
 * them writes. Whoever lost it could hear everything again and have it back: `npm run rebuild` shows that it is so.
 */
export interface Copy {
  readonly table: string;
  /** The controllers with the reactions that write it; they are run again, all of them, and no others. */
  readonly keptBy: readonly Type[];
  /** What is compared where not the whole row repeats others: columns, or SQL over them with a name (`a = 1 as b`). */
  readonly columns?: readonly string[];
  /** Columns of the row that are not compared, each with the reason. */
  readonly besides?: Readonly<Record<string, string>>;
}

/** A table of the service's own, without which some of these reactions have nothing to write to or to look up. */
export interface Ground {
  readonly table: string;
  /** Columns that repeat what others have told, each with the SQL of what it is before anything is heard. */
  readonly begins: Readonly<Record<string, string>>;
}

/** What of a service's data is whose. Each of its tables is named in `owns`, or in `copies`, or in both. */
export interface Holdings {
  /** Tables whose rows the service makes by itself: by commands, by schedules, or in answer to a fact. */
  readonly owns: readonly string[];
  readonly copies: readonly Copy[];
  /** Rows that the rebuilding begins with. */
  readonly ground?: readonly Ground[];
}
