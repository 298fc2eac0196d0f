import type { BankCardView } from '@xibu/domain/finance/api';
import type { VolunteerRow } from '@xibu/domain/placement/api';
import { at, season } from '../calendar.js';
import { type Client, forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { Applicant, World } from '../world.js';
import { handedOver, signLate } from './10-agreements.js';
import type { Step } from './step.js';

/** 二次登记 and 到岗: local contact and bank card, then the counties confirm who is on post. */
export const secondRegistration: Step = {
  name: 'second registration and on post',
  async run(world, progress) {
    await moveTo(world, at('2023-08-06', '10:00'));
    const people = await handedOver(world);
    await forEach(people, 12, (applicant) => registerAgain(world, applicant));
    await quiet(world);
    const wrong = await confirmCards(world);
    await moveTo(world, at('2023-08-08', '10:00'));
    const first = await takePosts(world);
    await moveTo(world, at('2023-08-15', '09:00'));
    const late = await signLate(world);
    await moveTo(world, at('2023-08-18', '10:00'));
    await forEach(await handedOver(world), 12, (applicant) => bringCard(world, applicant));
    await quiet(world);
    await confirmCards(world);
    const second = await takePosts(world);
    world.count('agreements', 'region', 'signed late, by permit', late);
    world.count('second registration', 'county', 'bank cards that were wrong at first', wrong);
    world.count('on post', 'county', 'people on post', first + second);
    progress.say(`${first + second} on post; ${wrong} bank cards were wrong, ${late} agreements late by permit`);
  },
};

type Habit = 'mistyped' | 'not-own' | 'later' | 'fine';

function habitOf(world: World, { person }: Applicant): Habit {
  const draw = world.chance('bank card', person.index).next();
  if (draw < 0.03) return 'mistyped';
  if (draw < 0.05) return 'not-own';
  return draw < 0.07 ? 'later' : 'fine';
}

async function registerAgain(world: World, applicant: Applicant): Promise<void> {
  const client = await world.asPerson(applicant);
  const { form, bankCard } = applicant.person;
  await client.post('/api/placement/registrations', {
    ...{ postConfirmed: true, declared: true, address: '苏木镇政府宿舍', mobile: form.mobile },
    ...{ emergencyName: form.emergencyName, emergencyMobile: form.emergencyMobile },
  });
  const habit = habitOf(world, applicant);
  if (habit === 'later') return;
  if (habit === 'not-own') {
    await world.mustRefuse('bank-card.name-differs', client, (person) => give(person, bankCard, form.emergencyName));
  }
  await give(client, habit === 'mistyped' ? mistyped(bankCard) : bankCard, form.name);
}

/** Whoever brought no card, or a wrong one, brings the right one. */
async function bringCard(world: World, applicant: Applicant): Promise<void> {
  const client = await world.asPerson(applicant);
  const cards = await client.get<BankCardView[] | { rows: BankCardView[] }>('/api/finance/bank-cards/mine');
  const rows = 'rows' in cards ? cards.rows : cards;
  if (rows.some(({ status }) => status === 'confirmed' || status === 'registered')) return;
  await give(client, applicant.person.bankCard, applicant.person.form.name);
}

export async function give(client: Client, number: string, holderName: string): Promise<void> {
  await client.post('/api/finance/bank-cards', { number, holderName, bankName: '模拟农村信用社' });
}

function mistyped(card: string): string {
  return `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`;
}

/** The county looks at each card; one whose check digit does not fit goes back to its person. */
export async function confirmCards(world: World): Promise<number> {
  let wrong = 0;
  await forEach(world.counties, 6, async (county) => {
    const officer = await world.as(`c-${county}.officer`);
    const cards = await officer.all<BankCardView>(`/api/finance/bank-cards?status=registered`);
    const right = cards.filter(({ warnings }) => warnings.length === 0).map(({ id }) => id);
    if (right.length > 0) await officer.post('/api/finance/bank-cards/bulk-confirm', { ids: right });
    for (const { id } of cards.filter(({ warnings }) => warnings.length > 0)) {
      await officer.post(`/api/finance/bank-cards/${id}/refuse`, { reason: '卡号校验不符，请核对后重新登记' });
      wrong += 1;
    }
  });
  await quiet(world);
  return wrong;
}

/** Counties confirm whoever has all that is needed; the others are told what is missing. */
async function takePosts(world: World): Promise<number> {
  let done = 0;
  await forEach(world.counties, 6, async (county) => {
    const officer = await world.as(`c-${county}.officer`);
    const people = await officer.all<VolunteerRow>(
      `/api/placement/volunteers?season=${season}&status=dispatched,agreement-signed`,
    );
    if (people.length === 0) return;
    const rows = people.map(({ number }) => ({ number }));
    const result = await officer.post<{
      done: number;
      rows: { ok: boolean; code: string | null; detail: string | null }[];
    }>('/api/placement/volunteers/on-post', { season, rows });
    done += result.done;
    for (const { ok, code } of result.rows) if (!ok && code) world.met(code);
  });
  await quiet(world);
  return done;
}
