import type { Role } from '@xibu/domain';
import type { OpenAccountRequest, OpenedRow, OpenOfficeRequest } from '@xibu/domain/programme/api';
import { universityName } from '@xibu/reference';
import type { Client } from '../client.js';
import { faculties } from '../people.js';
import { placeName } from '../places.js';
import { officePassword, type Unit, type World } from '../world.js';
import type { Step } from './step.js';

const region = 150000;
const perRequest = 400;

/** The first start, and the tree of offices with everybody who works there. */
export const foundation: Step = {
  name: 'offices and accounts',
  async run(world, progress) {
    const welcome = await world.visitor.get<{ demo: boolean }>('/api/programme/welcome');
    world.demo = welcome.demo;
    const regionId = await found(world);
    world.offices.set(`region:${region}`, regionId);
    const officer = await world.as('region.officer');
    const approver = await world.as('region.approver');
    await openTree(world, officer);
    await openUnits(world, officer);
    await appoint(world, approver, regionId);
    world.count('foundation', 'region', 'offices', world.offices.size);
    progress.say(`${world.offices.size} offices: ${world.counties.length} counties, ${world.units.length} units`);
  },
};

async function found(world: World): Promise<string> {
  const account = (name: string, loginName: string) => {
    return { name, loginName, password: officePassword, isTemporary: false, ...(world.demo ? { isDemo: true } : {}) };
  };
  const { regionOfficeId } = await world.visitor.post<{ regionOfficeId: string }>('/api/programme/foundation', {
    ...{ key: world.options.bootstrapKey, region },
    nationalOfficer: account('周全国', 'nation.officer'),
    nationalApprover: account('郑审定', 'nation.approver'),
    regionOfficer: account('乌云经办', 'region.officer'),
    regionApprover: account('巴图审批', 'region.approver'),
    operator: account('运维值班', 'operator'),
    auditor: account('审计专员', 'auditor'),
  });
  const demo = ['nation.officer', 'nation.approver', 'region.officer', 'region.approver', 'operator', 'auditor'];
  const roles = ['national.officer', 'national.approver', 'region.officer', 'region.approver', 'operator', 'auditor'];
  demo.forEach((login, at) => {
    const officeName = login.startsWith('region') ? '内蒙古自治区项目办' : '全国项目办';
    world.demoAccounts.push({ login, password: officePassword, role: roles[at] ?? '', officeName });
  });
  return regionOfficeId;
}

async function openTree(world: World, officer: Client): Promise<void> {
  const leagueCities = world.leagueCities().map((division) => ({ tier: 'league-city' as const, division }));
  await openOffices(world, officer, leagueCities, ({ division }) => `league-city:${division}`);
  const counties = world.counties.map((division) => ({
    ...{ tier: 'county' as const, division, dutyPhone: `0470-${division}` },
  }));
  await openOffices(world, officer, counties, ({ division }) => `county:${division}`);
  const schools = world.universities.map((university) => ({ tier: 'university' as const, university }));
  await openOffices(world, officer, schools, ({ university }) => `university:${university}`);
  const departments = world.universities.flatMap((university) =>
    faculties.map((faculty) => ({ tier: 'faculty' as const, university, faculty })),
  );
  await openOffices(world, officer, departments, ({ university, faculty }) => `faculty:${university}:${faculty}`);
}

/** Two to four units a county: schools, township governments, a clinic; each has an office of its own. */
async function openUnits(world: World, officer: Client): Promise<void> {
  const units = world.counties.flatMap((county): Unit[] => {
    const chance = world.chance('units', county);
    const kinds = ['township', 'school', ...chance.some(['clinic', 'school'] as const, chance.whole(0, 2))] as const;
    return kinds.map((kind, index) => {
      const code = `${county}-${String(index + 1).padStart(3, '0')}`;
      const names = { school: '中心学校', township: '苏木乡镇人民政府', clinic: '乡镇卫生院' };
      return { code, county, kind, name: `第${'一二三四'[index]}${names[kind]}` };
    });
  });
  const requests = units.map(({ code, county, name }) => ({
    tier: 'unit' as const,
    division: county,
    unit: code,
    name,
  }));
  await openOffices(world, officer, requests, ({ unit }) => `unit:${unit}`);
  world.units = units;
}

async function openOffices(
  world: World,
  officer: Client,
  requests: readonly OpenOfficeRequest[],
  nameOf: (request: OpenOfficeRequest) => string,
): Promise<void> {
  for (let from = 0; from < requests.length; from += perRequest) {
    const offices = requests.slice(from, from + perRequest);
    const rows = await officer.post<OpenedRow[]>('/api/programme/offices/bulk', { offices });
    for (const { index, done, id, code } of rows) {
      const request = offices[index];
      if (!done || !id || !request) throw new Error(`an office was not opened: ${code} ${JSON.stringify(request)}`);
      world.offices.set(nameOf(request), id);
    }
  }
}

interface Post {
  readonly office: string;
  readonly login: string;
  readonly role: Role;
  readonly title: string;
  readonly place: string;
}

/** Everybody who works in an office; whoever decides is appointed from above. */
async function appoint(world: World, approver: Client, regionId: string): Promise<void> {
  const posts = postsOf(world);
  const shown = new Set(demoLogins(world));
  const accounts = posts.map(
    ({ office, login, role, title }): OpenAccountRequest => ({
      ...{ officeId: world.offices.get(office) ?? regionId, name: title, loginName: login, roles: [role] },
      ...{ password: officePassword, isTemporary: false, ...(world.demo && shown.has(login) ? { isDemo: true } : {}) },
    }),
  );
  for (let from = 0; from < accounts.length; from += perRequest) {
    const slice = accounts.slice(from, from + perRequest);
    const rows = await approver.post<OpenedRow[]>('/api/programme/accounts/bulk', { accounts: slice });
    const failed = rows.find(({ done }) => !done);
    if (failed) throw new Error(`an account was not opened: ${failed.code} ${JSON.stringify(slice[failed.index])}`);
  }
  world.count('foundation', 'all', 'accounts', accounts.length + 6);
  for (const { login, role, place } of posts.filter((post) => shown.has(post.login))) {
    world.demoAccounts.push({ login, password: officePassword, role, officeName: place });
  }
}

function postsOf(world: World): Post[] {
  const of = (office: string, login: string, role: Role, title: string, place: string): Post => {
    return { office, login, role, title, place };
  };
  return [
    of('region:150000', 'region.finance', 'region.finance-officer', '区财务', '内蒙古自治区项目办'),
    ...world
      .leagueCities()
      .flatMap((code) => [
        of(`league-city:${code}`, `lc-${code}.officer`, 'league-city.officer', '盟市经办', placeName(code)),
        of(`league-city:${code}`, `lc-${code}.approver`, 'league-city.approver', '盟市审批', placeName(code)),
      ]),
    ...world.counties.flatMap((code) => [
      of(`county:${code}`, `c-${code}.officer`, 'county.officer', '旗县经办', placeName(code)),
      of(`county:${code}`, `c-${code}.approver`, 'county.approver', '旗县审批', placeName(code)),
      of(`county:${code}`, `c-${code}.finance`, 'county.finance-officer', '旗县财务', placeName(code)),
      of(`county:${code}`, `c-${code}.payer`, 'county.finance-approver', '财务复核', placeName(code)),
    ]),
    ...world.units.map(({ code, name }) => of(`unit:${code}`, `unit-${code}`, 'unit.officer', '单位联系人', name)),
    ...world.universities.flatMap((code) => [
      of(`university:${code}`, `uni-${code}.officer`, 'university.officer', '高校经办', universityName(code)),
      of(`university:${code}`, `uni-${code}.approver`, 'university.approver', '高校审批', universityName(code)),
      ...faculties.map((faculty, at) => {
        const place = `${universityName(code)} ${faculty}`;
        return of(`faculty:${code}:${faculty}`, `fac-${code}-${at + 1}`, 'faculty.officer', '院系团委', place);
      }),
    ]),
  ];
}

/** One account of every role, all of one county and one university: the sign-in page of a demonstration shows them. */
function demoLogins(world: World): string[] {
  const [county = 0] = world.counties;
  const [school = ''] = world.universities;
  const city = county - (county % 100);
  return [
    ...['region.finance', `lc-${city}.officer`, `lc-${city}.approver`],
    ...['officer', 'approver', 'finance', 'payer'].map((duty) => `c-${county}.${duty}`),
    ...[`unit-${county}-001`, `uni-${school}.officer`, `uni-${school}.approver`, `fac-${school}-1`],
  ];
}
