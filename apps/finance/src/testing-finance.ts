import type { Actor, Role } from '@xibu/domain';
import type {
  AdjustmentView,
  AttendanceView,
  BankCardView,
  BatchView,
  PreparedBatch,
  RunRow,
  RunView,
} from '@xibu/domain/finance/api';
import { Database, type Page, Sealing } from '@xibu/platform';
import { actorOf, react, startTestService, type TestService } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from './finance.service.js';
import { type SampleVolunteer, sampleCard, sampleTerms, sampleVolunteer } from './sample-year.js';
import { tellDays, tellOf } from './tell-of-volunteers.js';

type Answer<Body> = { status: number; body: Body; headers: Headers };

/** A running finance service in the season 2023-2024, and the people who work with it. */
export class FinanceTest {
  readonly actors = new Map<string, Actor>();

  private constructor(
    readonly service: TestService,
    readonly database: Database,
    readonly sealing: Sealing,
  ) {}

  /** Begins in the middle of August unless told otherwise: the clock only moves forward. */
  static async start(now = '2023-08-15T09:00:00+08:00', log: 'error' | 'silent' = 'error'): Promise<FinanceTest> {
    const service = await startTestService(finance, { XIBU_LOG_LEVEL: log, XIBU_CLOCK_START: now });
    const database = service.app.get(Database, { strict: false });
    const test = new FinanceTest(service, database, service.app.get(Sealing, { strict: false }));
    await openSeason({ database } as Parameters<typeof openSeason>[0]);
    return test;
  }

  /** The one person who holds this role for a place (a county of their own, or a unit). */
  actor(role: Role, place: number | string = 152201): Actor {
    const key = `${role} ${place}`;
    const scope = typeof place === 'string' ? { unit: place } : { division: place };
    const known = this.actors.get(key) ?? actorOf(role, { ...scope, account: key.replace(' ', '-') });
    this.actors.set(key, known);
    return known;
  }

  person(volunteer: Pick<SampleVolunteer, 'accountId'>): Actor {
    return actorOf('person', { account: volunteer.accountId });
  }

  /** Works with the data as the service does when a fact comes in. */
  react<T>(work: Parameters<typeof react<T>>[1]): Promise<T> {
    return react({ database: this.database } as Parameters<typeof react>[0], work);
  }

  async volunteers(county: number, count: number, changes: Partial<SampleVolunteer> = {}): Promise<SampleVolunteer[]> {
    const all = Array.from({ length: count }, (_, index) => sampleVolunteer(county, index + 1, changes));
    await this.react(async (tx) => {
      for (const one of all) await tellOf(tx, one, this.sealing, receivedOf);
    });
    return all;
  }

  days(volunteer: SampleVolunteer, spans: Parameters<typeof tellDays>[2]): Promise<void> {
    return this.react((tx) => tellDays(tx, volunteer, spans, receivedOf));
  }

  async moveTo(now: string): Promise<void> {
    await this.ok('PUT', '/operations/clock', { now }, actorOf('operator'));
  }

  /** A call that must be answered with success; the body is the answer. */
  async ok<Body>(method: string, path: string, body: unknown, actor: Actor): Promise<Body> {
    const answer = await this.call<Body>(method, path, body, actor);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** The code of the Refusal that a call meets. */
  async refused(method: string, path: string, body: unknown, actor: Actor): Promise<string> {
    const answer = await this.call<{ code?: string }>(method, path, body, actor);
    return answer.status < 300 ? `answered ${answer.status}` : (answer.body.code ?? String(answer.status));
  }

  call<Body>(method: string, path: string, body: unknown, actor: Actor): Promise<Answer<Body>> {
    return this.service.call<Body>(actor, method, `/api/finance${path}`, method === 'GET' ? undefined : (body ?? {}));
  }

  /** Standards for the whole region, prepared, tried and approved; with a base for each of these people. */
  async terms(volunteers: readonly SampleVolunteer[], rows: object = sampleTerms): Promise<AdjustmentView> {
    const officer = this.actor('region.finance-officer', 150000);
    const request = {
      ...{ title: '补贴标准', documentNumber: '内财〔2023〕1号', from: '2023-07-01', ...rows },
      bases: volunteers.map(({ accountId }) => ({ accountId, fen: 400_000 })),
    };
    const { id } = await this.ok<AdjustmentView>('POST', '/adjustments', request, officer);
    await this.ok('POST', `/adjustments/${id}/dry-run`, {}, officer);
    return this.ok('POST', `/adjustments/${id}/approve`, {}, this.actor('region.approver', 150000));
  }

  async cards(volunteers: readonly SampleVolunteer[], first = 1): Promise<void> {
    for (const [index, volunteer] of volunteers.entries()) await this.card(volunteer, first + index);
  }

  async card(volunteer: SampleVolunteer, n: number): Promise<BankCardView> {
    const request = { number: sampleCard(n), holderName: volunteer.name, bankName: '示例银行' };
    const { id } = await this.ok<BankCardView>('POST', '/bank-cards', request, this.person(volunteer));
    return this.ok('POST', `/bank-cards/${id}/confirm`, {}, this.actor('county.finance-officer', volunteer.county));
  }

  attend(unit: string, month: string, unpaid: object[] = []): Promise<AttendanceView> {
    return this.ok('POST', '/attendances', { month, unpaid }, this.actor('unit.officer', unit));
  }

  async run(county: number, month: string): Promise<RunRow> {
    const query = `/subsidy-runs?county=${county}&month=${month}`;
    const page = await this.ok<Page<RunRow>>('GET', query, null, this.actor('county.officer', county));
    const [run] = page.rows;
    if (!run) throw new Error(`no run of ${county} for ${month}`);
    return run;
  }

  /** Takes a draft as far as it goes without payments. */
  async release(county: number, month: string): Promise<RunView> {
    const { id } = await this.run(county, month);
    await this.ok('POST', `/subsidy-runs/${id}/lock-attendance`, {}, this.actor('county.officer', county));
    await this.ok('POST', `/subsidy-runs/${id}/calculate`, {}, this.actor('county.officer', county));
    const reason = { overrideReason: '测试' };
    await this.ok('POST', `/subsidy-runs/${id}/approve`, reason, this.actor('county.approver', county));
    return this.ok('POST', `/subsidy-runs/${id}/release`, {}, this.actor('county.finance-officer', county));
  }

  /** A batch of a month at the bank; answers with the bytes that the bank gets. */
  async send(county: number, month: string, profile = 'neutral'): Promise<{ batch: BatchView; bytes: Buffer }> {
    const officer = this.actor('county.finance-officer', county);
    const { batch } = await this.ok<PreparedBatch>('POST', '/batches', { county, month, profile }, officer);
    await this.ok('POST', `/batches/${batch.id}/release`, {}, this.actor('county.finance-approver', county));
    const exported = await this.ok<BatchView>('POST', `/batches/${batch.id}/export`, {}, officer);
    return { batch: exported, bytes: await this.file(`/batches/${batch.id}/file`, officer) };
  }

  /** The bytes of a download. */
  async file(path: string, actor: Actor): Promise<Buffer> {
    const answer = await this.call<string>('GET', path, null, actor);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return Buffer.from(answer.body);
  }

  take(batch: Pick<BatchView, 'id' | 'county'>, name: string, bytes: Uint8Array) {
    const content = Buffer.from(bytes).toString('base64');
    const officer = this.actor('county.finance-officer', batch.county);
    return this.call<Record<string, unknown>>('POST', `/batches/${batch.id}/returns`, { name, content }, officer);
  }

  /** Facts that finance has recorded, oldest first. */
  facts(type?: string): Promise<{ type: string; key: string; data: Record<string, unknown> }[]> {
    return this.service.query(
      'select type, key, data from outbox where $1::text is null or type = $1 order by xid, id',
      [type ?? null],
    );
  }

  stop(): Promise<void> {
    return this.service.stop();
  }
}
