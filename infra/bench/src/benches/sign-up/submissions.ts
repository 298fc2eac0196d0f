import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Bench, CannotRunHere, type Measured } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import type { LoadResult } from './load.js';
import { openSubmissionServer, peopleARound, tokensOf } from './submission-ground.js';

/** As many rounds as are ever asked for, and one to warm up. */
const roundsMost = 7;

/** One transaction each, and as many at once as the service has connections for. */
const oneEach = { XIBU_SUBMISSIONS_TOGETHER: '1', XIBU_SUBMISSION_WRITERS: '8' };

interface Pair {
  readonly together: LoadResult;
  readonly single: LoadResult;
}

/** The same service twice, beside each other: submissions together, and each in a transaction of its own. */
async function openPair(): Promise<{ next(): Promise<Pair>; end(): Promise<void> }> {
  const server = await startBenchServer();
  const tokens = await tokensOf(roundsMost);
  const together = await openSubmissionServer(tokens);
  const single = await openSubmissionServer(tokens, oneEach);
  let round = 0;
  const next = async (): Promise<Pair> => {
    const at = round++;
    if (at >= roundsMost) throw new Error(`there are people for ${roundsMost - 1} rounds`);
    return { together: await together.submit(at), single: await single.submit(at) };
  };
  await next();
  return {
    next,
    async end() {
      await together.end();
      await single.end();
      await server.stop();
    },
  };
}

const rateOf = ({ seconds }: LoadResult): number => peopleARound / seconds;
const middleOf = ({ latencies }: LoadResult): number => latencies[latencies.length >> 1] ?? Number.NaN;

function pairBench(of: (result: LoadResult) => number, rest: Omit<Bench, 'prepare'>): Bench {
  return {
    ...rest,
    async prepare() {
      const pair = await openPair();
      return {
        async round(): Promise<Measured> {
          const { together, single } = await pair.next();
          return { ours: of(together), floor: of(single) };
        },
        end: pair.end,
      };
    },
  };
}

export const submissionRate = pairBench(rateOf, {
  name: 'submissions-rate',
  goal: 'G2.2',
  what: 'durable submissions of 256 people at once, committed together',
  floor: 'the same service with one transaction each',
  unit: 'submissions/s',
  target: { least: 2.5 },
});

export const submissionTime = pairBench(middleOf, {
  name: 'submissions-time',
  goal: 'G2.2',
  what: 'time until half of 256 people at once have their receipt, committed together',
  floor: 'the same service with one transaction each',
  unit: 'ms',
  target: { most: 0.5 },
});

/** One submission as pgbench makes it: an application of the same size, with a unique key, and its fact. */
const script = `\\set who random(1, 2000000000)
begin;
insert into bench_application (id, season, account_id, status, idem, form)
  values (gen_random_uuid(), '2023-2024', 'account-' || :who, 'submitted', md5(random()::text || :who), repeat('x', 300)) on conflict do nothing;
insert into bench_outbox (fact_id, topic, type, key, at, data)
  values (gen_random_uuid(), 'recruitment.application', 'recruitment.application.submitted.v1', 'application-' || :who, now(), '{"season":"2023-2024","number":"2023-15-0000000001"}');
commit;
`;
const tables = `
  create table bench_application (id uuid primary key, season text not null, account_id text not null, status text not null,
    idem text not null unique, form text not null);
  create table bench_outbox (id bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id(),
    fact_id uuid not null, topic text not null, type text not null, key text not null, at timestamptz not null, data json not null);
  create index on bench_outbox (xid, id)`;
const pgbenchSeconds = 4;

async function preparePgbench(url: string, file: string): Promise<void> {
  writeFileSync(file, script);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  await client.end();
}

/** Transactions a second of thirty-two clients. */
function pgbench(url: string, file: string): number {
  const options = ['-n', '-M', 'prepared', '-c', '32', '-j', '1', '-T', String(pgbenchSeconds), '-f', file, url];
  const said = execFileSync('pgbench', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const rate = /tps = ([\d.]+)/.exec(said)?.[1];
  if (!rate) throw new Error(`pgbench said no rate: ${said}`);
  return Number(rate);
}

function requirePgbench(): void {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'pipe' });
  } catch (error) {
    throw new CannotRunHere(`there is no pgbench on the path (${error instanceof Error ? error.message : 'unknown'})`);
  }
}

export const submissionsBesidePgbench: Bench = {
  name: 'submissions-pgbench',
  goal: 'G2.3',
  what: 'durable submissions of 256 people at once, with all their rules, receipt and audit trail',
  floor: 'pgbench, application and outbox row, 32 clients',
  unit: 'submissions/s',
  target: { least: 1.5 },
  async prepare() {
    requirePgbench();
    const server = await startBenchServer();
    const folder = mkdtempSync(join(tmpdir(), 'xibu-pgbench-'));
    const file = join(folder, 'submission.sql');
    await preparePgbench(server.url, file);
    const ours = await openSubmissionServer(await tokensOf(roundsMost));
    let round = 0;
    await ours.submit(round++);
    return {
      async round(): Promise<Measured> {
        return { ours: rateOf(await ours.submit(round++)), floor: pgbench(server.url, file) };
      },
      async end() {
        await ours.end();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
