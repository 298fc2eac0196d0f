import { finance } from '@xibu/finance/dist/finance.service.js';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import pg from 'pg';
import { type BenchServer, startBenchServer } from '../../bench-server.js';

/** A county larger than any, so that one run is as large as the pay of the nation. */
export const county = 152_201;
export const month = '2023-08';

export interface MadeUpCounty {
  readonly db: TestDatabase;
  /** The superuser, for what a bench prepares and clears away. */
  readonly admin: pg.Client;
  readonly server: BenchServer;
  end(): Promise<void>;
}

/** The migrated database of finance with so many volunteers of nobody, their cards, bases and the standards they are paid by. */
export async function madeUpCounty(people: number): Promise<MadeUpCounty> {
  const server = await startBenchServer();
  const stops: (() => Promise<void>)[] = [() => server.stop()];
  const end = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const db = await testDatabase(finance, '2023-09-05T09:00:00+08:00');
    stops.push(() => db.close());
    const admin = await adminOf(server, db);
    stops.push(() => admin.end());
    await openSeason(db);
    for (const sql of [...standards, ...volunteers]) await admin.query(sql.replaceAll('$people', String(people)));
    await admin.query('vacuum analyze');
    return { db, admin, server, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function adminOf(server: BenchServer, db: TestDatabase): Promise<pg.Client> {
  const url = new URL(server.url);
  url.pathname = new URL(db.url).pathname;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  return admin;
}

const adjustment = `'00000000-0000-7000-8000-000000000001'`;

/** Two components paid by two sources, and the five insurances: ten lines of a full month for everybody. */
const standards = [
  `insert into adjustment (id, division, title, document_number, from_day, rows, status, prepared, dry_run, decided, seq,
                           updated_at, version)
   values (${adjustment}, 150000, '补贴标准', '1', '2023-07-01', '{}', 'approved', '{}', '{}', '{}', 1, now(), 1)`,
  `insert into rate (adjustment_id, ordinal, seq, division, from_day, component, project, fen, proration)
   values (${adjustment}, 1, 1, 150000, '2023-07-01', 'living', '*', 240000, 'calendar'),
          (${adjustment}, 2, 1, 152200, '2023-07-01', 'hardship', '*', 30000, 'calendar')`,
  `insert into funding_layer (adjustment_id, ordinal, seq, division, from_day, project, ord, source, fen)
   values (${adjustment}, 1, 1, 150000, '2023-07-01', '*', 1, 'central', 200000),
          (${adjustment}, 2, 1, 150000, '2023-07-01', '*', 2, 'county', null)`,
  `insert into insurance_terms (adjustment_id, ordinal, seq, division, from_day, scheme, personal_ppm, employer_ppm,
                                floor_fen, ceiling_fen, unit_fen, mode)
   select ${adjustment}, row_number() over (), 1, 150000, '2023-07-01', scheme, personal, employer, null, null, 1, 'half-up'
   from (values ('pension', 80000, 160000), ('medical', 20000, 75000), ('unemployment', 5000, 5000), ('injury', 0, 4000),
                ('maternity', 0, 5000)) as terms (scheme, personal, employer)`,
];

/** Half of them came in the middle of the month; one in fifty has no card yet. */
const volunteers = [
  `insert into person (account_id, number, name, division, unit)
   select 'a-' || n, '2023-15-' || lpad(n::text, 6, '0'), '测试' || n, ${county}, 'school-' || n % 50
   from generate_series(1, $people) n`,
  `insert into service_span (volunteer_id, ordinal, account_id, from_day, division, unit, project_kind, paid)
   select 'v-' || n, 1, 'a-' || n, date '2023-08-01' + case when n % 2 = 0 then 14 else 0 end, ${county},
          'school-' || n % 50, 'national', true
   from generate_series(1, $people) n`,
  `insert into declared_base (adjustment_id, ordinal, seq, division, from_day, account_id, fen)
   select ${adjustment}, n, 1, ${county}, '2023-07-01', 'a-' || n, 400000 + n % 1000 * 111
   from generate_series(1, $people) n`,
  `set session_replication_role = replica`,
  `insert into bank_card (id, account_id, division, number_sealed, number_index, last_four, bank_name, warnings, status,
                          registered_at, confirmed, usable_from, version)
   select gen_random_uuid(), 'a-' || n, ${county}, 'sealed', 'index-' || n, '0000', '示例银行', '[]', 'confirmed', now(),
          '{}', '2023-08-01', 1
   from generate_series(1, $people) n where n % 50 > 0`,
  `set session_replication_role = origin`,
];
