import type { AgreementRow, BulkResult, OwnVolunteerView, VolunteerRow } from '@xibu/domain/placement/api';
import { at, season } from '../calendar.js';
import { type Client, forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { Applicant, World } from '../world.js';
import type { Step } from './step.js';

/** 三方协议 before 15 August; a few miss it and need a permit later. */
export const agreements: Step = {
  name: 'three-party agreements',
  async run(world, progress) {
    await moveTo(world, at('2023-08-02', '10:00'));
    const people = await handedOver(world);
    await forEach(people, 12, async (applicant) => {
      if (!isLate(world, applicant)) await signOwn(await world.asPerson(applicant));
    });
    await signForAll(world, 'unit');
    await signForAll(world, 'county');
    await quiet(world);
    const region = await world.as('region.officer');
    const { total } = await region.get<{ total: number }>(
      `/api/placement/agreements?season=${season}&status=signed&limit=1`,
    );
    world.count('agreements', 'county', 'three-party agreements in time', total);
    progress.say(`${total} agreements signed in time`);
  },
};

/** People with their counties who are not on post yet. */
export async function handedOver(world: World): Promise<Applicant[]> {
  const region = await world.as('region.officer');
  const path = `/api/placement/volunteers?season=${season}&status=dispatched,agreement-signed`;
  const rows = await region.all<VolunteerRow>(path);
  return rows.map(({ number }) => world.personNumbered(number));
}

function isLate(world: World, { person }: Applicant): boolean {
  return world.chance('agreement', person.index).happens(0.015);
}

async function signOwn(client: Client): Promise<void> {
  const own = await client.get<OwnVolunteerView>('/api/placement/volunteers/mine');
  await client.post(`/api/placement/agreements/${own.agreementId}/sign`);
}

/** Units and counties sign for all of theirs at once. */
async function signForAll(world: World, party: 'unit' | 'county'): Promise<void> {
  const logins =
    party === 'unit'
      ? world.units.map(({ code }) => `unit-${code}`)
      : world.counties.map((code) => `c-${code}.approver`);
  const signed = party === 'unit' ? 'signedByUnit' : 'signedByCounty';
  await forEach(logins, 6, async (login) => {
    const client = await world.as(login);
    const rows = await client.all<AgreementRow>(`/api/placement/agreements?season=${season}&status=open`);
    const ids = rows.filter((row) => !row[signed]).map(({ id }) => id);
    if (ids.length === 0) return;
    const result = await client.post<BulkResult>('/api/placement/agreements/sign', { ids });
    const refused = result.rows.find(({ ok }) => !ok);
    if (refused) throw new Error(`an agreement was not signed: ${refused.code}`);
  });
}

/** After the window the system says no; the region permits each with its reason. */
export async function signLate(world: World): Promise<number> {
  const approver = await world.as('region.approver');
  const late = (await handedOver(world)).filter((applicant) => isLate(world, applicant));
  await forEach(late, 6, async (applicant) => {
    const client = await world.asPerson(applicant);
    await world.mustRefuse('agreement.too-late', client, (person) => signOwn(person));
    const { agreementId } = await client.get<OwnVolunteerView>('/api/placement/volunteers/mine');
    await approver.post(`/api/placement/agreements/${agreementId}/allow-late`, {
      ...{ reason: '志愿者因突发疾病住院，延期补签', until: '2023-08-18' },
    });
    await signOwn(client);
  });
  await quiet(world);
  return late.length;
}
