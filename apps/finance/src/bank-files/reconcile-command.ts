import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { byCodePoint, TableFault, writeTable } from '@xibu/documents';
import { readPaymentFile } from './read-payment-file.js';
import type { LineState } from './return-file.js';
import { newLine } from './return-file.rules.js';
import { type Reconciled, takeInReturns } from './take-in-returns.js';

export interface ReconcileEnvironment {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

const usage = 'Use: reconcile --in DIR --out DIR2.';

class UsageFault extends Error {}

/** `npm run reconcile`. Exit codes: 0 done, 2 when the payment file or the command itself is wrong. */
export async function reconcile(args: readonly string[], { say, complain }: ReconcileEnvironment): Promise<0 | 2> {
  try {
    const { from, to } = optionsOf(args);
    const batch = readPaymentFile(await paymentBytes(from));
    const lines = batch.lines.map(({ reference, fen }) => newLine(reference, fen));
    const reconciled = takeInReturns(batch.batch, lines, await returnFiles(join(from, 'returns')));
    await write(to, reconciled);
    say(
      `${batch.batch}: ${batch.lines.length} lines, ${reconciled.files.length} return files, ${reconciled.notes.length} rows noted`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof TableFault || error instanceof UsageFault)) throw error;
    complain(error.message);
    return 2;
  }
}

function optionsOf(args: readonly string[]): { readonly from: string; readonly to: string } {
  let values: { in?: string | undefined; out?: string | undefined };
  try {
    ({ values } = parseArgs({ args: [...args], options: { in: { type: 'string' }, out: { type: 'string' } } }));
  } catch (error) {
    throw new UsageFault(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
  if (values.in === undefined || values.out === undefined) throw new UsageFault(usage);
  return { from: values.in, to: values.out };
}

async function paymentBytes(dir: string): Promise<Uint8Array> {
  return readFile(join(dir, 'payment.csv')).catch((error: NodeJS.ErrnoException) => {
    throw new TableFault('payment.csv', 0, '', `cannot be read (${error.code ?? error.message})`);
  });
}

/** No folder means that no bank has answered yet. */
async function returnFiles(dir: string): Promise<[string, Uint8Array][]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: [string, Uint8Array][] = [];
  for (const name of names.filter((each) => each.endsWith('.csv')).sort(byCodePoint)) {
    files.push([name, await readFile(join(dir, name))]);
  }
  return files;
}

async function write(dir: string, { files, lines, notes }: Reconciled): Promise<void> {
  const states = lines.map((line) => {
    return [line.reference, line.state, line.fen, line.reason, line.bankReference, line.valueDate];
  });
  const totals = (['accepted', 'pending', 'returned'] as const).map((state: LineState) => {
    const own = lines.filter((line) => line.state === state);
    return [state, own.length, own.reduce((sum, { fen }) => sum + BigInt(fen), 0n)];
  });
  const exceptions = notes.map(({ file, row, code, reference }) => [file, row, code, reference]);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'files.csv'), writeTable(['file', 'result'], files));
  await writeFile(
    join(dir, 'states.csv'),
    writeTable(['reference', 'state', 'fen', 'reason', 'bank_reference', 'value_date'], states),
  );
  await writeFile(join(dir, 'exceptions.csv'), writeTable(['file', 'row', 'code', 'reference'], exceptions));
  await writeFile(join(dir, 'totals.csv'), writeTable(['state', 'count', 'fen'], totals));
}
