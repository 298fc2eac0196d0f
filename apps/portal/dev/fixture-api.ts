import type {
  ApplicationStatus,
  ApplicationView,
  ReviewDecision,
  SaveDraftRequest,
} from '@xibu/domain/recruitment/api';
import { type RefusalCode, refusals, sayRefusal } from '@xibu/domain/refusals';
import {
  accounts,
  applicationsIn,
  type FixtureAccount,
  facultyPass,
  filledForm,
  fixtureNow,
  referenceTables,
  rowOf,
  season,
} from './fixture-data.js';
import { workAnswer } from './fixture-work.js';
import type { FixtureAnswer, FixtureRequest } from './fixtures/exchange.js';
import { workAccounts } from './fixtures/offices.js';

type Handler = (request: FixtureRequest, parts: readonly string[]) => FixtureAnswer;

const welcome = { now: fixtureNow, season, demo: true };
const trace = '3f6c1b7a-0d52-4f0e-9d3b-5a1c2e7f9b10';
const applications = '/api/recruitment/applications';

/** A "no" in the language asked for, as the services write it. */
function refuse(
  { headers }: FixtureRequest,
  code: RefusalCode,
  more: Readonly<Record<string, unknown>> = {},
): FixtureAnswer {
  const language = headers['accept-language']?.startsWith('en') ? 'en' : 'zh';
  const detail = sayRefusal({ code, details: {} }, language);
  const { status } = refusals[code];
  const document = { type: `urn:xibu:refusal:${code}`, title: detail, status, code, detail, trace };
  return { status, body: { ...document, ...more } };
}

/** Everything the pages ask for, answered as the services would. */
export class FixtureApi {
  /** By account; people begin without one. */
  readonly own = new Map<string, ApplicationView>([
    [
      'p3',
      {
        ...applicationOf('university-passed', 903),
        form: filledForm('娜仁托娅', '数学科学学院', '数学与应用数学', 903),
      },
    ],
    ['p4', returnedApplication()],
  ]);
  listed: ApplicationView[] = [
    ...applicationsIn('submitted', 23, 0),
    ...applicationsIn('faculty-passed', 92, 100),
    ...applicationsIn('confirmed', 40, 300),
    ...applicationsIn('noticed', 3, 500),
  ];
  private readonly sessions = new Map<string, FixtureAccount>();
  private readonly registered: FixtureAccount[] = [];
  private counter = 0;

  private readonly routes: readonly (readonly [method: string, path: RegExp, Handler])[] = [
    ['GET', /^\/api\/waiting-room$/, () => ({ status: 200, body: { isIn: true, ahead: 0, expectedSeconds: 0 } })],
    ['POST', /^\/api\/programme\/sign-in$/, (request) => this.signIn(request)],
    ['GET', /^\/api\/programme\/session$/, (request) => this.session(request)],
    ['POST', /^\/api\/programme\/sign-out$/, (request) => this.signOut(request)],
    ['PUT', /^\/api\/programme\/session\/language$/, () => ({ status: 204 })],
    ['POST', /^\/api\/programme\/accounts\/register$/, (request) => this.register(request)],
    ['GET', /^\/api\/recruitment\/reference\/([\w-]+)$/, (request, [table = '']) => find(table, request)],
    ['GET', /^\/api\/recruitment\/applications\/mine$/, (request) => ({ status: 200, body: this.mineOf(request) })],
    ['POST', /^\/api\/recruitment\/applications$/, (request) => this.start(request)],
    ['PUT', /^\/api\/recruitment\/applications\/([\w-]+)\/draft$/, (request) => this.save(request)],
    [
      'POST',
      /^\/api\/recruitment\/applications\/([\w-]+)\/(submit|withdraw|confirm)$/,
      (request, parts) => this.step(request, parts[1] ?? ''),
    ],
    ['POST', /^\/api\/recruitment\/applications\/bulk-review$/, (request) => this.reviewMany(request)],
    [
      'POST',
      /^\/api\/recruitment\/applications\/([\w-]+)\/(faculty|university)-review$/,
      (request, parts) => this.review(request, parts),
    ],
    ['GET', /^\/api\/recruitment\/applications\/([\w-]+)$/, (request, [id]) => this.one(request, id)],
    ['GET', /^\/api\/fixtures\/jobs\/(\w+)$/, (_, [state = '']) => jobIn(state)],
    ['POST', /^\/api\/fixtures\/sheet$/, () => sheetAnswer()],
    ['GET', /^\/api\/recruitment\/applications$/, (request) => this.list(request.query)],
  ];

  answer(request: FixtureRequest): FixtureAnswer {
    const route = this.routes.find(([method, path]) => method === request.method && path.test(request.path));
    if (!route) return workAnswer(request) ?? refuse(request, 'request.unknown-route');
    if (request.method === 'POST' && !request.headers['idempotency-key'])
      return refuse(request, 'idempotency.key-missing');
    if (request.method !== 'GET' && request.headers['x-xibu'] !== 'portal')
      return refuse(request, 'session.foreign-origin');
    if (request.path.startsWith(applications) && !this.actorOf(request)) return refuse(request, 'session.missing');
    return route[2](request, route[1].exec(request.path)?.slice(1) ?? []);
  }

  endSessions(): void {
    this.sessions.clear();
  }

  private actorOf({ session }: FixtureRequest) {
    return session ? this.sessions.get(session)?.actor : undefined;
  }

  private signIn(request: FixtureRequest): FixtureAnswer {
    const { name, password } = request.body as { name: string; password: string };
    const account = [...accounts, ...workAccounts, ...this.registered].find(
      (one) => one.loginName === name && one.password === password,
    );
    if (!account) return refuse(request, 'sign-in.wrong');
    this.counter += 1;
    const session = `s${this.counter}`;
    this.sessions.set(session, account);
    const cookie = `xibu-session=${session}; Path=/; HttpOnly; SameSite=Lax`;
    return { status: 200, body: { actor: account.actor }, headers: { 'set-cookie': cookie } };
  }

  private session(request: FixtureRequest): FixtureAnswer {
    const actor = this.actorOf(request);
    const demoAccounts = accounts.map(({ loginName, password, actor: { roles, officeName } }) => ({
      name: loginName,
      password,
      role: roles[0],
      officeName,
    }));
    if (!actor) return refuse(request, 'session.missing', { demoAccounts, ...welcome });
    return { status: 200, body: { actor, language: 'zh', ...welcome } };
  }

  private signOut({ session }: FixtureRequest): FixtureAnswer {
    if (session) this.sessions.delete(session);
    return { status: 204 };
  }

  private register(request: FixtureRequest): FixtureAnswer {
    const { name, loginName, password } = request.body as { name: string; loginName: string; password: string };
    if (accounts.some((account) => account.loginName === loginName)) {
      return refuse(request, 'account.login-taken', {
        errors: [{ pointer: '/loginName', detail: '这个账号名已被使用' }],
      });
    }
    const nowhere = { office: null, officeName: null, divisions: null, university: null, faculty: null, unit: null };
    this.registered.push({ loginName, password, actor: { ...nowhere, account: loginName, roles: ['person'], name } });
    return { status: 201, body: {} };
  }

  private mineOf(request: FixtureRequest): ApplicationView[] {
    const own = this.own.get(this.actorOf(request)?.account ?? '');
    return own ? [own] : [];
  }

  private start(request: FixtureRequest): FixtureAnswer {
    const account = this.actorOf(request)?.account ?? '';
    const draft: ApplicationView = { ...applicationOf('draft', 900), id: `own-${account}`, ...nothingYet };
    this.own.set(account, draft);
    return { status: 201, body: draft };
  }

  private change(request: FixtureRequest, changed: Partial<ApplicationView>): FixtureAnswer {
    const account = this.actorOf(request)?.account ?? '';
    const own = this.own.get(account);
    if (!own) return refuse(request, 'record.unknown');
    const next = { ...own, ...changed, updatedAt: fixtureNow, version: own.version + 1 };
    this.own.set(account, next);
    return { status: 200, body: next };
  }

  private save(request: FixtureRequest): FixtureAnswer {
    const [own] = this.mineOf(request);
    if (request.headers['if-match'] !== `"${own?.version}"`) return refuse(request, 'version.stale');
    return this.change(request, { form: { ...own?.form, ...(request.body as SaveDraftRequest) } });
  }

  private step(request: FixtureRequest, step: string): FixtureAnswer {
    if (step === 'withdraw') return this.change(request, { status: 'withdrawn' });
    if (step === 'confirm')
      return this.change(request, {
        status: 'confirmed',
        confirmation: request.body as ApplicationView['confirmation'],
      });
    const receipt = '7f3a9c2e51d04b8896aa13c2';
    return this.change(request, { status: 'submitted', number: '2023-15-004217', receipt, submittedAt: fixtureNow });
  }

  private one(request: FixtureRequest, id: string | undefined): FixtureAnswer {
    const found = [...this.listed, ...this.own.values()].find((application) => application.id === id);
    return found ? { status: 200, body: found } : refuse(request, 'record.unknown');
  }

  private review(request: FixtureRequest, [id, stage]: readonly string[]): FixtureAnswer {
    const application = this.listed.find((one) => one.id === id);
    if (!application) return refuse(request, 'record.unknown');
    const { decision } = request.body as { decision: ReviewDecision };
    const passed: ApplicationStatus = stage === 'faculty' ? 'faculty-passed' : 'university-passed';
    const status: ApplicationStatus = decision === 'pass' ? passed : decision === 'return' ? 'returned' : 'rejected';
    const next = { ...application, status, version: application.version + 1 };
    this.listed = this.listed.map((one) => (one.id === id ? next : one));
    return { status: 200, body: next };
  }

  /** Every fifth is refused, so that pages show what that looks like. */
  private reviewMany(request: FixtureRequest): FixtureAnswer {
    const { ids } = request.body as { ids: readonly string[] };
    const rows = ids.map((id, index) => {
      const application = this.listed.find((one) => one.id === id);
      if (index % 5 === 4) return { id, done: false, code: 'application.talk-missing' };
      const stage = application?.status === 'submitted' ? 'faculty' : 'university';
      this.review(request, [id, stage]);
      return { id, done: true };
    });
    return { status: 200, body: rows };
  }

  private list(query: URLSearchParams): FixtureAnswer {
    const q = query.get('q') ?? '';
    const status = query.get('status');
    const found = this.listed.map(rowOf).filter((row) => row.name.includes(q) || row.number?.includes(q));
    const rows = found.filter((row) => !status || row.status === status);
    const limit = Number(query.get('limit') ?? 50);
    const from = Number(query.get('after') ?? 0);
    const sort = query.get('sort') ?? 'submittedAt';
    const key = sort.replace('-', '') as 'submittedAt';
    rows.sort((left, right) => (left[key] ?? '').localeCompare(right[key] ?? '') * (sort.startsWith('-') ? -1 : 1));
    const statuses: Record<string, number> = {};
    for (const row of found) statuses[row.status] = (statuses[row.status] ?? 0) + 1;
    const next = from + limit < rows.length ? String(from + limit) : null;
    return {
      status: 200,
      body: { rows: rows.slice(from, from + limit), total: rows.length, next, facets: { status: statuses } },
    };
  }
}

const nothingYet = {
  ...{ number: null, form: {}, checks: [], reviews: [], receipt: null, submittedAt: null, version: 1 },
} as const;

function applicationOf(status: ApplicationStatus, index: number): ApplicationView {
  const [application] = applicationsIn(status, 1, index);
  if (!application) throw new Error('no application');
  return application;
}

function returnedApplication(): ApplicationView {
  const back = { ...facultyPass, decision: 'return' as const, opinion: '专业名称与学籍不一致，请按毕业证书填写。' };
  const form = { ...filledForm('白音那', '文学院', '汉语言', 904), identityNumber: '152221200103120042' };
  return {
    ...applicationOf('returned', 904),
    form: { ...form, mobile: '13900004821', emergencyMobile: '13900004822' },
    reviews: [back],
  };
}

function find(table: string, request: FixtureRequest): FixtureAnswer {
  const { query } = request;
  const q = query.get('q') ?? '';
  const within = (query.get('within') ?? '').replace(/(00)+$/, '');
  const isCounty = (code: string) => query.get('level') !== 'county' || !code.endsWith('00');
  const rows = referenceTables[table];
  if (!rows) return refuse(request, 'request.unknown-route');
  const found = rows.filter(({ code, name }) => code.startsWith(q) || name.includes(q));
  return { status: 200, body: { rows: found.filter(({ code }) => code.startsWith(within) && isCounty(code)) } };
}

function jobIn(state: string): FixtureAnswer {
  const more = {
    running: { secondsLeft: 150 },
    done: { result: '/api/fixtures/sheet' },
    failed: { reason: 'D12' },
  }[state];
  return { status: 200, body: { id: state, state, done: state === 'queued' ? 0 : 320, total: 1000, ...more } };
}

/** One cell of a sheet is wrong, and the sheet comes back with it. */
function sheetAnswer(): FixtureAnswer {
  return {
    status: 200,
    body: { done: 42, errors: [{ where: 'D12', detail: '银行卡号位数不对' }], returned: 'UEsDBA==' },
  };
}
