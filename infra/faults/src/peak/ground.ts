import { setTimeout as pause } from 'node:timers/promises';
import type { WaitingRoomState } from '@xibu/domain/gateway/api';
import { announced, at, season } from '@xibu/end-to-end/season/calendar';
import { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { factsArrive, nothingIsParked, schedulesRan } from '@xibu/end-to-end/season/invariants/facts';
import type { Progress } from '@xibu/end-to-end/season/progress';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openYear } from '@xibu/end-to-end/season/steps/02-season';
import { World } from '@xibu/end-to-end/season/world';
import type { Service, Stack } from '@xibu/local/stack';
import { checkers } from '../checkers.js';
import type { History } from '../history.js';
import type { Verdict } from './verdicts.js';

/** What the last evening touches: accounts and notices, forms, and whoever is told of a submission. */
export const eveningServices: readonly Service[] = ['programme', 'recruitment', 'notifications'];

/** What a visitor reads that evening: the notices, the calendar of the season, and what the first page needs. */
export const publicPaths: readonly string[] = [
  ...['/api/programme/public-notices', `/api/programme/seasons/${season}`, '/api/programme/welcome'],
];

/** Offices of a small region: how many there are does not matter to whoever signs up. */
const applicantsOfWorld = 60;
const linkMinutes = 3;
const restWithinMs = 180_000;

interface State {
  readonly outbox: { readonly rows: number };
  readonly bus: { readonly ok: boolean; readonly lagByTopic?: Readonly<Record<string, number>> };
}

/** A season in the last hour of its sign-up, and what is needed to look at it from outside. */
export class Ground {
  readonly world: World;
  readonly databases: Databases;

  constructor(
    stack: Stack,
    private readonly services: readonly Service[],
    readonly seed: string,
  ) {
    this.world = new World({
      ...{ url: stack.url, applicants: applicantsOfWorld, seed, until: 'registration', verify: false, digest: false },
      ...{ exports: null, accounts: null, bootstrapKey: stack.secrets.bootstrapKey },
    });
    this.databases = new Databases(
      Object.fromEntries(services.map((name) => [`XIBU_${name.toUpperCase()}_DATABASE_URL`, stack.databaseOf(name)])),
    );
  }

  /** Offices, rules, windows and a notice for everybody, and then the last hour before the deadline (notice 2.2.3). */
  async open(progress: Progress): Promise<void> {
    await foundation.run(this.world, progress);
    await this.moveTo(at('2023-04-01', '08:30'));
    await openYear(this.world, season, '内团联发〔2023〕6号', announced);
    const officer = await this.world.as('region.officer');
    await officer.post('/api/programme/notices', {
      ...{ number: '内团联发〔2023〕6号', title: '关于做好2023-2024年度大学生志愿服务西部计划工作的通知' },
      text: '报名截止时间为5月20日，请尽早提交报名表。',
      ...{ tiers: ['league-city', 'county', 'university'], isPublic: true, receiptDueOn: '2023-04-15' },
    });
    await this.moveTo(at('2023-05-20', '23:00'));
  }

  /** Waits until no service has anything left to tell or to hear, twice in a row; answers how long that took, in ms. */
  async rest(): Promise<number> {
    const began = performance.now();
    const operator = await this.world.as('operator');
    for (let still = 0; still < 2; await pause(50)) {
      const states = await Promise.all(
        this.services.map((name) => operator.get<State>(`/api/${name}/operations/state`)),
      );
      still = states.every(isStill) ? still + 1 : 0;
      if (performance.now() - began > restWithinMs) throw new Error('the system did not come to rest');
    }
    return performance.now() - began;
  }

  /** The same, and until nothing is parked that will be tried again by itself. */
  async settle(): Promise<number> {
    const began = performance.now();
    await this.rest();
    while ((await this.parked()) > 0 && performance.now() - began < restWithinMs) await pause(500);
    await this.rest();
    return performance.now() - began;
  }

  /** Nobody waits at the door while people are prepared. */
  async setDoor(mode: 'off' | 'auto'): Promise<void> {
    const operator = await this.world.as('operator');
    const began = performance.now();
    let { isOpen } = await operator.put<WaitingRoomState>('/api/waiting-room/mode', { mode });
    // A rush that was before must be over: whoever signs in would wait for those of then.
    while (isOpen && performance.now() - began < restWithinMs) {
      await pause(500);
      ({ isOpen } = await operator.get<WaitingRoomState>('/api/waiting-room/mode'));
    }
    if (isOpen) throw new Error('the waiting room did not close');
  }

  /** Everything that the drills look at, and that the facts have arrived. */
  async check(history: History): Promise<Verdict[]> {
    // "Not now" in either form is judged with the answers; what the stores hold does not depend on it.
    const entries = history.read().filter(({ status }) => status !== 429);
    const verdicts: Verdict[] = [];
    const note = (what: string, wrong: readonly string[]) => {
      const found = wrong.length === 0 ? 'holds' : `${wrong.length}: ${wrong.slice(0, 3).join('; ')}`;
      verdicts.push({ what, goal: 'holds', found, holds: wrong.length === 0 });
    };
    for (const { name, check } of checkers) note(name, await check(entries, this.databases));
    const { world, databases } = this;
    for (const { name, check } of [factsArrive, nothingIsParked, schedulesRan]) {
      note(name, await check({ world, databases, folder: '' }));
    }
    note('the audit chain of every service verifies', await this.brokenAudits());
    return verdicts;
  }

  private async parked(): Promise<number> {
    const sql = `select count(*)::int n from parked where settled_at is null and reason in ('failed', 'behind')`;
    const counts = this.databases.known().map((service) => this.databases.rows<{ n: number }>(service, sql));
    return (await Promise.all(counts)).reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
  }

  private async brokenAudits(): Promise<string[]> {
    const auditor = await this.world.as('auditor');
    let wrong: string[] = [];
    // The chain takes in what was written last at the turn of the minute, unless a transaction was still open then.
    for (let minute = 1; minute <= linkMinutes; minute += 1) {
      await this.moveTo(at('2023-05-20', `23:0${minute}`));
      wrong = [];
      for (const name of this.services) {
        const { intact, waiting } = await auditor.get<{ intact: boolean; waiting: number }>(
          `/api/${name}/audit/verify`,
        );
        if (!intact || waiting > 0) wrong.push(`${name}: ${intact ? `${waiting} entries are not in it` : 'broken'}`);
      }
      if (wrong.length === 0) break;
    }
    return wrong;
  }

  private async moveTo(instant: string): Promise<void> {
    await this.rest();
    const operator = await this.world.as('operator');
    for (const name of this.services) await operator.put(`/api/${name}/operations/clock`, { now: instant });
    await this.rest();
  }
}

function isStill({ outbox, bus }: State): boolean {
  return bus.ok && outbox.rows === 0 && Object.values(bus.lagByTopic ?? {}).every((lag) => lag === 0);
}
