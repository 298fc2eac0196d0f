import { drawsFrom } from '@xibu/placement/dist/matching/made-up-round.js';
import { writeResult } from '@xibu/placement/dist/matching/result-tables.js';
import type { ResultRow } from '@xibu/placement/dist/matching/round-result.js';
import { placement as service } from '@xibu/placement/dist/placement.service.js';
import type { Round } from '@xibu/placement/dist/rounds/round.js';
import { storePlacements } from '@xibu/placement/dist/rounds/store-placements.js';
import type { Tx } from '@xibu/platform';
import type { Bench } from '../../bench.js';
import { type BulkGround, bulkGround } from './bulk-ground.js';

const people = 50_000;
const posts = 1_000;
const atOnce = 10_000;
const roundId = '00000000-0000-7000-8000-00000000000c';

/** From the published table of a round to rows that people can ask for; the floor is given those rows ready. */
export const placementResults: Bench = {
  ...{ name: 'placement-results', goal: 'G5.1', what: `storing ${people.toLocaleString('en')} results of a round` },
  ...{ floor: 'the same rows by bare unnest', unit: 'rows per s of CPU', target: { least: 0.8 } },
  async prepare() {
    const { db, admin, rate, end } = await bulkGround(service, async (empty) => {
      for (const sql of fillings) await empty.admin.query(sql);
    });
    const files = writeResult({ rows: madeUpRows(), cutoffs: [] });
    const round = { id: roundId, season: '2023-2024', division: 150_000 } as Round;
    const store = (work: (tx: Tx) => Promise<void>) => rate(people, () => db.database.asService(work));
    let bare: Columns | null = null;
    return {
      async round() {
        await admin.query('truncate placement');
        const ours = await store((tx) => storePlacements(tx, round, files));
        bare ??= await columnsOf(admin);
        const ready = bare;
        await admin.query('truncate placement');
        return { ours, floor: await store((tx) => insertBare(tx, ready)) };
      },
      end,
    };
  },
};

/** Half of them in the first pass, a fifth in the second, the rest without a post. */
function madeUpRows(): ResultRow[] {
  const draw = drawsFrom(7);
  return Array.from({ length: people }, (_, index): ResultRow => {
    const code = `c${String(index + 1).padStart(6, '0')}`;
    const chance = draw();
    if (chance > 0.7) return { code, postId: null, pass: null, rank: null };
    const postId = `P${String(1 + Math.floor(draw() * posts)).padStart(5, '0')}`;
    return chance < 0.5
      ? { code, postId, pass: 1, rank: 1 + Math.floor(draw() * 10) }
      : { code, postId, pass: 2, rank: null };
  });
}

const fillings = [
  'set session_replication_role = replica',
  `insert into round (id, season, division, number, kind, status, rulebook, seed_commitment, input_digest, steps, updated_at,
                      version)
   values ('${roundId}', '2023-2024', 150000, 1, 'main', 'frozen', '1', '', '', '{}', now(), 1)`,
  `insert into post (id, season, county, draft_number, code, status, unit, unit_name, title, special, level, seats,
                     project_kind, duties, provides_board_and_lodging, cash_monthly_fen, majors, place_tags,
                     accepts_reassigned, prepared_by, updated_at, version)
   select gen_random_uuid(), '2023-2024', 150100 + n % 100, n, 'P' || lpad(n::text, 5, '0'), 'open', 'unit-' || n, '单位',
          '岗位', 'education', 'town', 50, 'national', '', true, 0, '[]', '[]', true, 'nobody', now(), 1
   from generate_series(1, ${posts}) n`,
  `insert into candidate (id, season, account_id, university, division, code, score_hundredths, classes, counties, specials,
                          accepts_reassignment, status, updated_at, version)
   select 'application-' || n, '2023-2024', 'account-' || n, '4115010126', 150000, 'c' || lpad(n::text, 6, '0'),
          5000 + n % 4000, '{}', '[]', '[]', true, 'qualified', now(), 1
   from generate_series(1, ${people}) n`,
  'set session_replication_role = origin',
];

const columns = {
  ...{ round_id: 'uuid', code: 'text', application_id: 'text', account_id: 'text', season: 'text', division: 'int' },
  ...{ university: 'text', post_id: 'uuid', post_code: 'text', pass: 'int', rank: 'int', score_hundredths: 'int' },
} as const;
type Columns = readonly (readonly unknown[])[];

/** What our side wrote, column by column. */
async function columnsOf(admin: BulkGround['admin']): Promise<Columns> {
  const names = Object.keys(columns);
  const { rows } = await admin.query<unknown[]>({
    text: `select ${names.join(', ')} from placement order by code`,
    rowMode: 'array',
  });
  if (rows.length !== people) throw new Error(`${rows.length} results were stored`);
  return names.map((_, column) => rows.map((row) => row[column]));
}

async function insertBare(tx: Tx, given: Columns): Promise<void> {
  const types = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  for (let from = 0; from < people; from += atOnce) {
    await tx.query(
      `insert into placement (${Object.keys(columns).join(', ')}) select * from unnest(${types.join(', ')})`,
      given.map((column) => column.slice(from, from + atOnce)),
    );
  }
}
