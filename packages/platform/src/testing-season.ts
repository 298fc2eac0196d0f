import { randomUUID } from 'node:crypto';
import type { Fact, Received } from '@xibu/domain';
import { type Milestone, milestones, rfc3339, startOf } from '@xibu/domain';
import { MilestoneSet, OfficeOpened, RulebookPublished, SeasonOpened } from '@xibu/domain/programme/events';
import { sampleRulebook } from '@xibu/domain/samples';
import type { Tx } from '@xibu/messaging';
import { WhenSeasonChanged } from './seasons/when-season-changed.js';
import { react } from './testing.js';

type Days = readonly [from: `${number}-${number}-${number}`, to: `${number}-${number}-${number}`];
/** The windows of the notice; those it does not date are open all year in specs. */
const dated: Partial<Record<Milestone, Days>> = {
  registration: ['2023-04-12', '2023-05-21'],
  agreement: ['2023-07-25', '2023-08-16'],
};

export function receivedOf<Data>(fact: Fact<Data>): Received<Data> {
  return {
    ...fact,
    id: randomUUID(),
    at: rfc3339(startOf('2023-04-01')),
    actor: 'test',
    correlation: 'test',
    causation: null,
  };
}

/** Lets a service under test know the season 2023-2024 as it would hear of it on the bus. */
export async function openSeason(
  test: Parameters<typeof react>[0],
  windows: Partial<Record<Milestone, Days>> = {},
): Promise<void> {
  const copies = new WhenSeasonChanged();
  const season = '2023-2024';
  const noticeNumber = '内团联发〔2023〕6号';
  await react(test, async (tx: Tx) => {
    await copies.openSeason(receivedOf(SeasonOpened(season, { season, name: '2023-2024年度', region: 150000 })), tx);
    await copies.publishRulebook(receivedOf(RulebookPublished(season, sampleRulebook)), tx);
    for (const milestone of milestones) {
      const [from, to] = windows[milestone] ?? dated[milestone] ?? ['2023-01-01', '2024-12-31'];
      const window = { opensAt: rfc3339(startOf(from)), closesAt: rfc3339(startOf(to)) };
      await copies.setMilestone(receivedOf(MilestoneSet(season, { season, milestone, ...window, noticeNumber })), tx);
    }
  });
}

/** Lets a service under test know an office. Returns its id. */
export async function openOffice(
  test: Parameters<typeof react>[0],
  office: {
    tier: 'national' | 'region' | 'league-city' | 'county' | 'unit' | 'university' | 'faculty';
    name: string;
    division?: number;
    university?: string;
    faculty?: string;
    unit?: string;
  },
): Promise<string> {
  const officeId = randomUUID();
  const data = { officeId, parentId: null, division: null, university: null, faculty: null, unit: null, ...office };
  await react(test, (tx: Tx) => new WhenSeasonChanged().openOffice(receivedOf(OfficeOpened(officeId, data)), tx));
  return officeId;
}
