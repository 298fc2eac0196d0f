import type { ColumnType } from 'typeorm';

/** A `bigint` of PostgreSQL as a number of JavaScript: fen and running numbers stay far below 2^53. */
export const wholeNumber = {
  type: 'bigint' as ColumnType,
  transformer: {
    to: (value: number | null): number | null => value,
    from: (value: string | null): number | null => (value === null ? null : Number(value)),
  },
};
