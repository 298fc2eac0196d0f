import { createHash } from 'node:crypto';
import { digestOfFiles } from '@xibu/documents';
import type { Tx } from '@xibu/platform';
import { readTables } from '../adjustments/read-tables.js';
import { membersOf, type RunPerson, readPeople } from './read-run-people.js';
import type { RunInputs, RunSettings } from './run-inputs.js';
import { type Asker, type StoredFrame, storeFrame } from './stored-run.js';
import type { SubsidyRun } from './subsidy-run.js';
import { arrayOf, textColumn } from './text-columns.js';
import { inputBytes } from './write-run-folder.js';

/** All that a run of this county and month is computed from, as it is known now. */
export interface GatheredRun {
  readonly inputs: RunInputs;
  readonly people: readonly RunPerson[];
}

/** Reads beyond the county: whoever came from another one brings their days there. */
export async function gatherRun(
  tx: Tx,
  { division }: Pick<SubsidyRun, 'division'>,
  settings: RunSettings,
): Promise<GatheredRun> {
  const people = await readPeople(tx, await membersOf(tx, division, settings), settings);
  const counties = people.flatMap(({ inputs }) => inputs.service.map(({ county }) => Number(county)));
  const tables = await readTables(tx, [...new Set([division, ...counties])]);
  return { people, inputs: { settings, tables, people: people.map(({ inputs }) => inputs) } };
}

interface Freezing {
  readonly chunkSize: number;
  readonly releaseSeq: number;
  readonly askedBy: Asker;
}

/**
 * Stores what was gathered beside the run, in chunks of people; from here on nothing that comes in changes the run.
 * `releaseSeq` is the last release known before anything was read: what was released later may be missing here.
 */
export async function freezeRun(
  tx: Tx,
  { id, division }: Pick<SubsidyRun, 'id' | 'division'>,
  { inputs, people }: GatheredRun,
  { chunkSize, releaseSeq, askedBy: { account, name } }: Freezing,
): Promise<StoredFrame> {
  const chunks = Math.ceil(people.length / chunkSize);
  // Pseudonyms of an export hang on the whole content, which outsiders do not have: numbers cannot be tried out.
  const inputDigest = digestOfFiles(inputBytes(inputs));
  const pseudonymKey = createHash('sha256').update('pseudonym\n').update(inputDigest).digest('hex');
  const { settings, tables } = inputs;
  const of = { runId: id, division, chunks, releaseSeq, askedBy: { account, name } };
  const stored = await storeFrame(tx, { ...of, settings, tables, pseudonymKey, inputDigest });
  await tx.query(
    `insert into run_person (run_id, account_id, division, person, name, unit, chunk, inputs)
     select $1, p.account_id, $2, p.person, p.name, p.unit, p.chunk, p.inputs
     from unnest(${arrayOf(3, 'text')}, ${arrayOf(4, 'text')}, $5::text[], $6::text[], ${arrayOf(7, 'int')},
                 ${arrayOf(8, 'jsonb')})
            as p (account_id, person, name, unit, chunk, inputs)`,
    [
      ...[id, division, textColumn(people.map(({ accountId }) => accountId))],
      ...[textColumn(people.map(({ inputs: { person } }) => person)), people.map(({ name }) => name)],
      ...[people.map(({ unit }) => unit), textColumn(people.map((_, at) => Math.floor(at / chunkSize)))],
      textColumn(people.map((each) => JSON.stringify(each.inputs))),
    ],
  );
  return stored;
}
