import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LineBefore } from '@xibu/finance/dist/bank-files/return-file.js';
import { type TakenIn, takeInReturn } from '@xibu/finance/dist/bank-files/take-in-returns.js';
import { sha256 } from '@xibu/finance/dist/bank-files/write-bank-files.js';
import { TakeReturnFile } from '@xibu/finance/dist/bank-returns/take-return-file.js';
import { readStandings } from '@xibu/finance/dist/payments/payment-lines.js';
import { actorOf, as } from '@xibu/platform/testing';
import type { Bench } from '../../bench.js';
import { cpuSecondsWith } from '../../cpu-seconds.js';
import { county, type MadeUpCounty, madeUpCounty, month } from './made-up-county.js';
import { type SeededLine, type SeededReturn, seededReturn } from './seeded-return.js';

const size = 50_000;
const batchId = '00000000-0000-7000-8000-00000000000b';
const runId = '00000000-0000-7000-8000-00000000000a';
const officer = actorOf('county.finance-officer', { division: county });
const what = `a return file of ${size.toLocaleString('en')} lines`;
const floor = 'COPY and a bare full join';

/** From the bytes of the bank to what became of every line, and every anomaly found as what it is. */
export const reconcile: Bench = {
  ...{ name: 'reconcile', goal: 'G6.3', what: `reconciling ${what}`, floor, unit: 's of CPU', target: { most: 5 } },
  async prepare() {
    const ground = await madeUpBatch();
    const { db, server, seeded } = ground;
    return {
      async round() {
        let standing: ReadonlyMap<string, LineBefore> = new Map();
        let found: TakenIn | null = null;
        const ours = await cpuSecondsWith(server.pid, async () => {
          standing = await db.database.asService((tx) => readStandings(tx, batchId));
          found = takeInReturn(seeded.batch, standing, seeded.bytes, new Set());
        });
        mustBeRight(seeded, standing, found);
        mustBeKnown(seeded);
        return { ours, floor: await cpuSecondsWith(server.pid, () => joined(ground)) };
      },
      end: () => ground.end(),
    };
  },
};

/** The same with everything that follows in the service: lines moved and audited, money booked, volunteers told. */
export const takeReturn: Bench = {
  ...{ name: 'take-return', goal: 'G6.3', what: `taking in ${what}, with ledger, audit and facts` },
  ...{ floor, unit: 's of CPU', target: null },
  async prepare() {
    const ground = await madeUpBatch();
    const { db, admin, server, seeded } = ground;
    const request = { name: 'return.csv', content: seeded.bytes.toString('base64') };
    return {
      async round() {
        await admin.query(putBack);
        const take = () => as(officer, () => new TakeReturnFile(db.database, db.clock).run(batchId, request, officer));
        const ours = await cpuSecondsWith(server.pid, async () => {
          const { notes } = await take();
          if (notes.length !== seeded.notes.size) throw new Error(`${notes.length} rows are noted`);
        });
        if ((await take()).result !== 'repeated-file') throw new Error('the same file was taken in twice');
        return { ours, floor: await cpuSecondsWith(server.pid, () => joined(ground)) };
      },
      end: () => ground.end(),
    };
  },
};

type MadeUpBatch = MadeUpCounty & { readonly seeded: SeededReturn; readonly file: string };

async function madeUpBatch(): Promise<MadeUpBatch> {
  const ground = await madeUpCounty(100);
  const folder = mkdtempSync(join(tmpdir(), 'xibu-bench-return-'));
  const end = async () => {
    rmSync(folder, { recursive: true });
    await ground.end();
  };
  try {
    for (const sql of paymentLines) await ground.admin.query(sql);
    const { rows } = await ground.admin.query<SeededLine>(
      'select reference, fen::float8 fen from payment_line order by reference',
    );
    const seeded = seededReturn(`${county}-202308-01`, rows);
    const file = join(folder, 'return.tsv');
    writeFileSync(file, seeded.table);
    // The server reads it as another user.
    for (const path of [folder, file]) chmodSync(path, 0o755);
    return { ...ground, seeded, file, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** As many lines of one batch that is at the bank. */
const paymentLines = [
  'set session_replication_role = replica',
  `insert into subsidy_run (id, number, season, month, division, since, status, due_on, decided_by, opened_at, people,
     payable, exceptions, gross_fen, personal_fen, employer_fen, net_fen, release_seq, released, result_digest, version)
   values ('${runId}', '${county}-${month}', '2023-2024', '${month}', ${county}, '${month}', 'released', '2023-09-10', '1',
           now(), ${size}, ${size}, 0, 0, 0, 0, 0, 1, '{}', '', 1)`,
  `insert into batch (id, number, division, month, profile, status, dated, lines, total_fen, digest, prepared, released,
                      exported, version)
   values ('${batchId}', '${county}-202308-01', ${county}, '${month}', 'neutral', 'released', '2023-09-04', ${size}, 0, '',
           '{}', '{}', '{}', 1)`,
  `insert into payment_line (reference, run_id, account_id, person, division, month, book_month, fen, split, state, batch_id,
                             created_at)
   select 'P202308${county}' || lpad(n::text, 7, '0'), '${runId}', 'a-' || n, '2023-15-' || lpad(n::text, 6, '0'), ${county},
          '${month}', '${month}', 200000 + n,
          jsonb_build_array(jsonb_build_object('county', '${county}', 'project', 'national', 'source', 'central', 'fen', 200000),
                            jsonb_build_object('county', '${county}', 'project', 'national', 'source', 'county', 'fen', n)),
          'pending', '${batchId}', now()
   from generate_series(1, ${size}) n`,
  'set session_replication_role = origin',
  'create unlogged table kept_line as table payment_line',
  'create unlogged table staged (reference text, fen bigint, status text)',
  'vacuum analyze',
];

/** Everything that a file changed, as it was before. */
const putBack = `
  set session_replication_role = replica;
  truncate return_file, pay_exception, ledger_entry, ledger_posting, audit_link, audit_entry, outbox cascade;
  truncate payment_line cascade;
  insert into payment_line select * from kept_line;
  update subsidy_run set status = 'released';
  set session_replication_role = origin;
  analyze payment_line;`;

/** What no program can do without: the file in a table, and every line beside its row. */
async function joined({ admin, file }: MadeUpBatch): Promise<void> {
  await admin.query('truncate staged');
  await admin.query(`copy staged from '${file}'`);
  await admin.query(
    `select coalesce(s.status, 'missing') status, s.fen = l.fen agrees, count(*)
     from payment_line l full join staged s on s.reference = l.reference group by 1, 2`,
  );
}

function mustBeRight(
  { states, notes }: SeededReturn,
  standing: ReadonlyMap<string, LineBefore>,
  found: TakenIn | null,
): void {
  if (found?.result !== 'taken') throw new Error(`the file is ${found?.result}`);
  const after = new Map<string, LineBefore>([
    ...standing,
    ...found.changed.map((line) => [line.reference, line] as const),
  ]);
  for (const [reference, state] of states) {
    if (after.get(reference)?.state !== state) throw new Error(`${reference} is not ${state}`);
  }
  const noted = new Map(found.notes.map(({ row, code }) => [row, code]));
  for (const [row, code] of notes) if (noted.get(row) !== code) throw new Error(`row ${row} is not noted as ${code}`);
  if (noted.size !== notes.size) throw new Error(`${noted.size} rows are noted, not ${notes.size}`);
}

/** The same bytes a second time change nothing. */
function mustBeKnown({ batch, bytes }: SeededReturn): void {
  const again = takeInReturn(batch, new Map(), bytes, new Set([sha256(bytes)]));
  if (again.result !== 'repeated-file' || again.changed.length > 0) throw new Error('the same file was taken in twice');
}
