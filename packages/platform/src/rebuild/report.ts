import type { Stuck } from '@xibu/messaging';
import type { Comparison } from './compare-tables.js';
import { isSame, type RebuildReport } from './rebuild.js';

/** A sentence for everything that is not as it should be; none when the copies are what the topics say. */
export function complaintsOf({ parked, behind, stuck, comparisons }: RebuildReport): string[] {
  return [
    ...(parked > 0 ? [`${parked} facts are parked, and have not had their effect yet`] : []),
    ...(behind > 0 ? [`${behind} facts are on the topics, and the service has not heard them yet`] : []),
    ...stuck.map(sentenceOf),
    ...comparisons.filter((comparison) => !isSame(comparison)).map(differ),
  ];
}

/** What was done, table by table. */
export function linesOf(report: RebuildReport): string[] {
  const { service, facts, givenUp, comparisons } = report;
  if (comparisons.length === 0) return [`${service}: keeps no copies`];
  const besides = givenUp > 0 ? `; ${givenUp} were given up here by operators and left out` : '';
  return [
    `${service}: ${facts} facts heard again${besides}`,
    ...comparisons.map((comparison) => {
      const { table, rows, missing, extra, changed } = comparison;
      const found = isSame(comparison) ? 'the same' : `${missing} missing, ${extra} too many, ${changed} different`;
      return `  ${table.padEnd(20)} ${String(rows).padStart(8)} rows: ${found}`;
    }),
  ];
}

function sentenceOf({ type, key, id, reason, behind }: Stuck): string {
  const others = behind > 0 ? `, and ${behind} wait behind it` : '';
  return `the fact ${id} (${type}, key ${key}) cannot be heard again: ${reason}${others}`;
}

function differ({ table, missing, extra, changed, first }: Comparison): string {
  const rows = first.map(({ key, kept, rebuilt }) => {
    return `\n    ${key}\n      kept    ${kept ?? 'is not there'}\n      rebuilt ${rebuilt ?? 'is not there'}`;
  });
  const left = missing + extra + changed - first.length;
  const more = left > 0 ? `\n    and ${left} more` : '';
  return `${table}: ${missing} rows are missing, ${extra} too many, ${changed} different${rows.join('')}${more}`;
}
