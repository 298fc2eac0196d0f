import type { Milestone, Role } from '@xibu/domain';
import type { OpenAccountRequest, OpenedRow, OpenOfficeRequest } from '@xibu/domain/programme/api';
import { university } from '@xibu/reference';
import type { StorySystem } from './story-system.js';

export const season = '2023-2024';
export const region = 150000;
/** Two universities of the region: 内蒙古大学, 内蒙古师范大学. */
export const [ownUniversity, otherUniversity] = [idOfUniversity('10126'), idOfUniversity('10135')] as const;
export const [ownFaculty, otherFaculty] = ['文学院', '理学院'] as const;
export const password = 'Grassland-2023!';

interface Desk {
  readonly role: Role;
  readonly login: string;
  /** Where it stands; the region's own office when left out. */
  readonly office?: OpenOfficeRequest;
}

const universityDesks = [ownUniversity, otherUniversity].flatMap((university): Desk[] => [
  { role: 'university.officer', login: `officer-${university}`, office: { tier: 'university', university } },
  { role: 'university.approver', login: `approver-${university}`, office: { tier: 'university', university } },
  ...[ownFaculty, otherFaculty].map((faculty, at): Desk => {
    const office: OpenOfficeRequest = { tier: 'faculty', university, faculty };
    return { role: 'faculty.officer', login: `faculty-${university}-${at + 1}`, office };
  }),
]);

const county: OpenOfficeRequest = { tier: 'county', division: 152224, dutyPhone: '0482-5120000' };

/** Everybody who is appointed, besides the six accounts of the foundation. */
const desks: readonly Desk[] = [
  { role: 'region.finance-officer', login: 'region-finance' },
  { role: 'league-city.officer', login: 'city-officer', office: { tier: 'league-city', division: 152200 } },
  { role: 'league-city.approver', login: 'city-approver', office: { tier: 'league-city', division: 152200 } },
  { role: 'county.officer', login: 'county-officer', office: county },
  { role: 'county.approver', login: 'county-approver', office: county },
  { role: 'county.finance-officer', login: 'county-finance', office: county },
  { role: 'county.finance-approver', login: 'county-payer', office: county },
  {
    ...{ role: 'unit.officer', login: 'unit-officer' },
    office: { tier: 'unit', division: 152224, unit: '152224-001', name: '第一中心学校' },
  },
  ...universityDesks,
];

/** The first start, the offices with their accounts, and a season whose sign-up is open: all through the API. */
export async function openYear(system: StorySystem): Promise<void> {
  const { door, stack } = system;
  const account = (name: string, loginName: string) => ({ name, loginName, password, isTemporary: false });
  const { regionOfficeId } = await door.post<{ regionOfficeId: string }>('/api/programme/foundation', undefined, {
    ...{ key: stack.secrets.bootstrapKey, region },
    nationalOfficer: account('周全国', 'nation-officer'),
    nationalApprover: account('郑审定', 'nation-approver'),
    regionOfficer: account('乌云经办', 'region-officer'),
    regionApprover: account('巴图审批', 'region-approver'),
    operator: account('运维值班', 'operator'),
    auditor: account('审计专员', 'auditor'),
  });
  const [officer, approver, operator] = await Promise.all(
    ['region-officer', 'region-approver', 'operator'].map((login) => door.sessionOf(login, password)),
  );
  if (!officer || !approver || !operator) throw new Error('the founders were not let in');
  await openDesks(system, regionOfficeId, approver);
  await openSeason(system, officer, approver);
  await system.moveTo('2023-04-14T10:00:00+08:00', operator);
}

async function openDesks({ door }: StorySystem, regionOfficeId: string, approver: string): Promise<void> {
  const offices = new Map(desks.flatMap(({ office }) => (office ? [[JSON.stringify(office), office] as const] : [])));
  const opened = await door.post<OpenedRow[]>('/api/programme/offices/bulk', approver, {
    offices: [...offices.values()],
  });
  const ids = new Map([...offices.keys()].map((key, index) => [key, idOf(opened, index)] as const));
  const accounts = desks.map(({ role, login, office }): OpenAccountRequest => {
    const officeId = office ? (ids.get(JSON.stringify(office)) ?? '') : regionOfficeId;
    return { officeId, name: '经办人员', loginName: login, roles: [role], password, isTemporary: false };
  });
  const appointed = await door.post<OpenedRow[]>('/api/programme/accounts/bulk', approver, { accounts });
  accounts.forEach((_, index) => idOf(appointed, index));
}

function idOf(rows: readonly OpenedRow[], index: number): string {
  const row = rows.find((one) => one.index === index);
  if (!row?.done || !row.id) throw new Error(`row ${index} was not opened: ${JSON.stringify(row)}`);
  return row.id;
}

async function openSeason({ door }: StorySystem, officer: string, approver: string): Promise<void> {
  await door.post('/api/programme/seasons', approver, { season, region });
  const book = await door.post<{ id: string }>('/api/programme/rulebooks/first', officer, { season });
  await door.post(`/api/programme/rulebooks/${book.id}/publish`, approver);
  const milestones: readonly Milestone[] = ['registration', 'review', 'confirmation'];
  const window = { opensAt: '2023-04-12T00:00:00+08:00', closesAt: '2023-05-21T00:00:00+08:00' };
  const change = await door.post<{ id: string }>(`/api/programme/seasons/${season}/milestone-changes`, officer, {
    noticeNumber: '内团联发〔2023〕6号',
    windows: milestones.map((milestone) => ({ milestone, ...window })),
  });
  await door.post(`/api/programme/milestone-changes/${change.id}/set`, approver);
}

function idOfUniversity(code5: string): string {
  const known = university(code5);
  if (!known) throw new Error(`${code5} is no university`);
  return known.id;
}
