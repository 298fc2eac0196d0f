import { createHash } from 'node:crypto';
import { at, season } from '@xibu/end-to-end/season/calendar';
import { moveTo } from '@xibu/end-to-end/season/clock';
import { officePassword } from '@xibu/end-to-end/season/world';
import type { Stage, Story } from '../story.js';
import {
  askOnce,
  both,
  type Fate,
  killAndResume,
  kills,
  type LongWork,
  undisturbed,
  upToTheRound,
} from './long-work.js';
import { rowsWritten } from './rows-written.js';

/** 匹配, killed at twenty random points: the same bytes as the round that nobody disturbed. */
export const killRounds: Story = {
  name: 'kill-rounds',
  what: `the placement service is killed at ${kills} random points of a round, and started again`,
  buses: both,
  applicants: 80,
  before: upToTheRound,
  async play(stage) {
    const { world, stack, databases, say } = stage;
    await moveTo(world, at('2023-06-11', '10:00'));
    const { session } = await world.visitor.post<{ session: string }>('/api/programme/sign-in', {
      ...{ name: 'region.officer', password: officePassword },
    });
    const first = await roundOf(stage, session);
    const tookMs = await undisturbed(first);
    const wanted = await first.outcome();
    const people = await seatedIn(stage, first.id);
    say(`undisturbed: ${Math.round(tookMs)} ms, ${people} people, ${wanted.slice(0, 16)}`);
    const before = await rowsWritten(stack, databases, 'placement', 'placement');
    const wrong: string[] = [];
    const fates: Fate[] = [];
    let last = first;
    for (let count = 1; count <= kills; count += 1) {
      await annul(stage, last.id);
      last = await roundOf(stage, session);
      const fate = await killAndResume(last, stage, tookMs);
      fates.push(fate);
      if ((await last.outcome()) !== wanted)
        wrong.push(`round ${count}, killed after ${fate.afterMs} ms, has other bytes`);
      const times = await concluded(stage, last.id);
      if (times !== 1) wrong.push(`round ${count} came to its end ${times} times`);
    }
    const written = (await rowsWritten(stack, databases, 'placement', 'placement')) - before;
    // A kill may take back what one transaction had stored; it is stored once more, and never twice more.
    const most = people * (kills + fates.filter(({ before: state }) => state !== 'done').length);
    if (written < people * kills || written > most)
      wrong.push(`${written} rows were written, and ${most} are the most`);
    say(`${countOf(fates)}; ${written} rows written for ${people * kills} that count`);
    return wrong;
  },
};

export function countOf(fates: readonly Fate[]): string {
  const number = (state: Fate['before']) => fates.filter(({ before }) => before === state).length;
  const slowest = Math.max(...fates.map(({ finishedMs }) => finishedMs));
  return `killed before it began ${number('not begun')}, at work ${number('begun')}, after its end ${number('done')}; finished within ${Math.round(slowest)} ms of the start`;
}

/** Opened, drawn, frozen and revealed: only the run is missing. The seed and the input are always the same. */
async function roundOf(
  { world, stack, databases }: Stage,
  session: string,
): Promise<LongWork & { readonly id: string }> {
  const officer = await world.as('region.officer');
  const { id } = await officer.post<{ id: string }>('/api/placement/rounds', { season, kind: 'main' });
  const path = `/api/placement/rounds/${id}`;
  await officer.post(`${path}/draw`, { seed: `xibu ${season} drill ${world.options.seed}` });
  await officer.post(`${path}/freeze`);
  await officer.post(`${path}/reveal`);
  return {
    ...{ id, service: 'placement' },
    ask: (key) => askOnce(stack.url, session, { path: `${path}/run`, key }),
    async state() {
      const [row] = await databases.rows<{ status: string }>('placement', 'select status from round where id = $1', [
        id,
      ]);
      if (row?.status === 'revealed') return 'not begun';
      if (row?.status === 'running') return 'begun';
      if (row?.status === 'proposed') return 'done';
      throw new Error(`the round is ${row?.status}`);
    },
    async outcome() {
      const files = await databases.rows<{ name: string; bytes: Buffer }>(
        'placement',
        'select name, bytes from round_file where round_id = $1 order by name collate "C"',
        [id],
      );
      const placed = await databases.rows<object>(
        'placement',
        'select code, post_code, pass, rank, score_hundredths from placement where round_id = $1 order by code collate "C"',
        [id],
      );
      const hash = createHash('sha256');
      for (const { name, bytes } of files) hash.update(name).update(bytes);
      return hash.update(JSON.stringify(placed)).digest('hex');
    },
  };
}

async function annul({ world }: Stage, id: string): Promise<void> {
  const officer = await world.as('region.officer');
  await officer.post(`/api/placement/rounds/${id}/annul`, { reason: '演练：重新匹配' });
}

async function seatedIn({ databases }: Stage, id: string): Promise<number> {
  const [row] = await databases.rows<{ n: number }>(
    'placement',
    'select count(*)::int n from placement where round_id = $1',
    [id],
  );
  return row?.n ?? 0;
}

/** How often the trail says that the round was proposed. */
async function concluded({ databases }: Stage, id: string): Promise<number> {
  const [row] = await databases.rows<{ n: number }>(
    'placement',
    `select count(*)::int n from audit_entry where table_name = 'round' and row_id = $1
       and after ->> 'status' = 'proposed' and before ->> 'status' = 'running'`,
    [id],
  );
  return row?.n ?? 0;
}
