import { createHmac } from 'node:crypto';
import { TableFault } from '@xibu/documents';
import { openDatabase, type Tx } from '@xibu/platform';
import { resultOf } from './month-pay.rules.js';
import type { ExportedRun, RunExporter } from './pay-command.js';
import type { RunInputs } from './run-inputs.js';
import type { PersonResult, RunResult } from './run-result.js';
import { storedFrame, storedInputs, storedResult } from './stored-run.js';

/**
 * Reads one run of the service with the inputs and the result that were stored. Unless `names`, people go by pseudonyms
 * that hang on the content of the run: the same run exports the same bytes, and a number cannot be tried out on them.
 */
export const exportRun: RunExporter = async (databaseUrl, run, names) => {
  const { database, close } = await openDatabase('finance', databaseUrl);
  try {
    return await database.asService(async (tx) => {
      const id = await calculatedRun(tx, run);
      const { pseudonymKey } = await storedFrame(tx, id);
      const exported = { inputs: await storedInputs(tx, id), result: await storedResult(tx, id) };
      return names ? exported : renamed(exported, (person) => pseudonymOf(person, pseudonymKey));
    }, 'export run');
  } finally {
    await close();
  }
};

/** Runs go by their id or by their number, `152201-2023-09`. */
async function calculatedRun(tx: Tx, name: string): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    'select id from subsidy_run where (id::text = $1 or number = $1) and result_digest is not null',
    [name],
  );
  if (!row) throw new TableFault(name, 0, '', 'is no calculated run of this service');
  return row.id;
}

function pseudonymOf(person: string, key: string): string {
  return `v-${createHmac('sha256', key).update(person).digest('hex').slice(0, 20)}`;
}

function renamed({ inputs, result }: ExportedRun, nameOf: (person: string) => string): ExportedRun {
  const people = inputs.people.map((each) => ({ ...each, person: nameOf(each.person) }));
  const rename = <Row extends { readonly person: string }>(row: Row): Row => ({ ...row, person: nameOf(row.person) });
  return { inputs: { ...inputs, people } satisfies RunInputs, result: sorted(result, rename) };
}

/** Other names stand in another order; the lists of each person stay as they are. */
function sorted(result: RunResult, rename: <Row extends { readonly person: string }>(row: Row) => Row): RunResult {
  const people = new Map<string, { -readonly [Key in keyof PersonResult]: PersonResult[Key] }>();
  const of = (person: string) => {
    const known = people.get(person) ?? { person, lines: [], pay: null, payouts: [], exceptions: [] };
    people.set(person, known);
    return known;
  };
  for (const line of result.lines.map(rename)) of(line.person).lines = [...of(line.person).lines, line];
  for (const row of result.pay.map(rename)) of(row.person).pay = row;
  for (const payout of result.payouts.map(rename)) of(payout.person).payouts = [...of(payout.person).payouts, payout];
  for (const one of result.exceptions.map(rename)) of(one.person).exceptions = [...of(one.person).exceptions, one];
  return resultOf(people.values());
}
