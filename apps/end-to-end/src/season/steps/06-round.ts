import { setTimeout as pause } from 'node:timers/promises';
import type { PublicRoundView, RoundKind, RoundView } from '@xibu/domain/placement/api';
import { at, season } from '../calendar.js';
import { moveTo, quiet } from '../clock.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

const runPatienceMs = 120_000;

/** 匹配: seed committed, input frozen, seed revealed, run, verified and published by another person. */
export const mainRound: Step = {
  name: 'placement round',
  ends: 'placement',
  async run(world, progress) {
    await moveTo(world, at('2023-06-11', '10:00'));
    const round = await holdRound(world, 'main');
    const { counts } = round;
    progress.say(
      `round ${round.name}: ${counts?.placedFirst ?? 0} placed by their lists, ${counts?.placedSecond ?? 0} reassigned, ${counts?.unplaced ?? 0} without a post`,
    );
  },
};

export async function holdRound(world: World, kind: RoundKind): Promise<RoundView> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const { id } = await officer.post<RoundView>('/api/placement/rounds', { season, kind });
  const path = `/api/placement/rounds/${id}`;
  await officer.post(`${path}/draw`, { seed: `xibu ${season} ${kind} ${world.options.seed}` });
  await officer.post(`${path}/freeze`);
  await world.mustRefuse('round.wrong-step', officer, (client) => client.post(`${path}/run`));
  await officer.post(`${path}/reveal`);
  await officer.post(`${path}/run`);
  const proposed = await finished(world, id);
  if (proposed.status !== 'proposed') {
    throw new Error(`round ${proposed.name} is ${proposed.status}: ${proposed.progress?.failures.join('; ')}`);
  }
  await approver.post(`${path}/publish`);
  await quiet(world);
  const published = await world.visitor.get<readonly PublicRoundView[] | { rows: readonly PublicRoundView[] }>(
    `/api/placement/rounds/public?season=${season}`,
  );
  const rows = 'rows' in published ? published.rows : published;
  const found = rows.find((round) => round.id === id);
  world.rounds.push({ id, name: proposed.name, files: found?.files ?? [] });
  count(world, kind, proposed);
  return proposed;
}

async function finished(world: World, id: string): Promise<RoundView> {
  const officer = await world.as('region.officer');
  const end = Date.now() + runPatienceMs;
  for (;;) {
    const round = await officer.get<RoundView>(`/api/placement/rounds/${id}`);
    if (round.status !== 'running') return round;
    if (Date.now() > end) throw new Error(`the round still runs; last seen in ${round.progress?.phase}`);
    await pause(100);
  }
}

function count(world: World, kind: RoundKind, { counts }: RoundView): void {
  const stage = kind === 'main' ? 'main round' : 'backfill round';
  world.count(stage, 'region', 'in the round', counts?.applicants ?? 0);
  world.count(stage, 'region', 'seats', counts?.seats ?? 0);
  world.count(stage, 'region', 'placed by their lists', counts?.placedFirst ?? 0);
  world.count(stage, 'region', 'placed by reassignment', counts?.placedSecond ?? 0);
  world.count(stage, 'region', 'without a post', counts?.unplaced ?? 0);
}
