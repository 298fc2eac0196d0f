import { afterAll, describe, expect, test } from '@jest/globals';
import { assessment } from '@xibu/assessment/dist/assessment.service.js';
import { finance } from '@xibu/finance/dist/finance.service.js';
import { notifications } from '@xibu/notifications/dist/notifications.service.js';
import { placement } from '@xibu/placement/dist/placement.service.js';
import type { ServiceDefinition } from '@xibu/platform';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { programme } from '@xibu/programme/dist/programme.service.js';
import { recruitment } from '@xibu/recruitment/dist/recruitment.service.js';

type Service = Pick<ServiceDefinition, 'name' | 'migrations' | 'tables'>;

interface Plan {
  readonly 'Parent Relationship'?: string;
  readonly 'Subplan Name'?: string;
  readonly Plans?: readonly Plan[];
}

const open: TestDatabase[] = [];

async function migrated({ name, migrations }: Service): Promise<TestDatabase> {
  const database = await testDatabase({ name, migrations, tables: [] });
  open.push(database);
  return database;
}

afterAll(async () => {
  for (const database of open) await database.close();
});

async function protectedTables(database: TestDatabase): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select c.oid::regclass::text "name" from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Plans within a plan that run once for every row; one that runs once for the statement is an InitPlan. */
function perRow(plan: Plan): string[] {
  const here = plan['Parent Relationship'] === 'SubPlan' ? [plan['Subplan Name'] ?? 'a plan without a name'] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(perRow)];
}

/** What the policies of a table cost, as the planner sees it for the role of the service: sentences, none when nothing. */
async function subPlansOf(database: TestDatabase, table: string): Promise<string[]> {
  const explained = await database.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (format json) select * from ${table}`,
  );
  const plans = explained.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
  expect(plans).toHaveLength(1);
  return plans.flatMap(perRow).map((name) => `${table}: ${name}`);
}

describe('no policy asks anything for each row', () => {
  const services: readonly Service[] = [programme, recruitment, placement, finance, assessment, notifications];

  test.each(services.map((service) => [service.name, service] as const))('of %s', async (_name, service) => {
    const database = await migrated(service);
    const tables = await protectedTables(database);
    expect(tables.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const table of tables) found.push(...(await subPlansOf(database, table)));
    expect(found).toEqual([]);
  });

  test('a policy that looks into another table is found', async () => {
    const database = await migrated({
      name: 'policies',
      tables: [],
      migrations: [
        {
          name: '0010-slow',
          reason: 'what nobody may do',
          statements: [
            'create table place (division int primary key, account text not null)',
            'create table thing (id int primary key, division int not null)',
            'alter table thing enable row level security',
            `create policy thing_scope on thing using (exists (
               select from place p where p.division = thing.division and p.account = current_setting('xibu.account', true)))`,
          ],
        },
      ],
    });
    expect(await protectedTables(database)).toEqual(['thing']);
    expect(await subPlansOf(database, 'thing')).toHaveLength(1);
  });
});
