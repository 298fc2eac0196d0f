import type { PostChangeView, PostRow, VolunteerRow } from '@xibu/domain/placement/api';
import { season } from '@xibu/end-to-end/season/calendar';
import { forEach } from '@xibu/end-to-end/season/client';
import { nobodyTwice, quotasHold } from '@xibu/end-to-end/season/invariants/placement';
import { serving } from '@xibu/end-to-end/season/months/leaves';
import { unleash } from '@xibu/local/chaos';
import { upToService } from '../drills/long-work.js';
import { watch } from '../snapshots.js';
import type { Stage, Story } from '../story.js';

/** Asking at once. */
const lanes = 8;
const lastsMs = 60_000;
/** Between two blows, in milliseconds. */
const peace = [1_000, 8_000] as const;

/** 岗位调整, where everybody wants the same place. */
export const seatsUnderFire: Story = {
  name: 'seats-under-fire',
  what: 'everybody who serves in a county wants its last free seat, again and again, while the service, the gateway and the database die',
  buses: ['kafka', 'embedded'],
  applicants: 60,
  before: upToService,
  async play(stage) {
    const { stack, world, databases, draw, say } = stage;
    const chaos = unleash({ ...stack, parts: ['placement', 'gateway', 'postgres'] }, `seats ${draw(0, 1)}`, peace);
    const rush = rushForSeats(stage);
    const { looks, wrong } = await watch([quotasHold, nobodyTwice], { world, databases, folder: '' }, rush);
    const blows = await chaos.end();
    const { asked, moved, wrong: lost } = await rush;
    say(`${asked} asked for a seat that is wanted, ${moved} moved, ${blows} blows, ${looks} looks at every seat`);
    return moved === 0 || blows === 0 ? ['nobody moved, or nothing broke'] : [...wrong, ...lost];
  },
};

interface Rush {
  asked: number;
  moved: number;
  /** Acknowledged, and not so. */
  wrong: string[];
}

async function rushForSeats(stage: Stage): Promise<Rush> {
  const rush: Rush = { asked: 0, moved: 0, wrong: [] };
  const end = performance.now() + lastsMs;
  while (performance.now() < end) {
    const targets = await wantedSeats(stage);
    // Where each was told to be, the last word of each counts.
    const told = new Map<string, string>();
    await forEach(await serving(stage.world), lanes, async (row) => {
      const target = targets.get(row.county);
      if (!target || target.code === row.postCode) return;
      rush.asked += 1;
      if (!(await moveTo(stage, row, target))) return;
      rush.moved += 1;
      told.set(stage.world.personNumbered(row.number).accountId, target.id);
    });
    rush.wrong.push(...(await notWhereTold(stage, told)));
  }
  return rush;
}

/** Of each county the open post with the fewest free seats. */
async function wantedSeats({ world }: Stage): Promise<Map<number, PostRow>> {
  const region = await world.as('region.officer');
  const posts = await region.all<PostRow>(`/api/placement/posts?season=${season}&status=open&sort=code`);
  const wanted = new Map<number, PostRow>();
  for (const post of posts.filter(({ seats, taken }) => taken < seats)) {
    const known = wanted.get(post.county);
    if (!known || post.seats - post.taken < known.seats - known.taken) wanted.set(post.county, post);
  }
  return wanted;
}

async function moveTo({ world }: Stage, row: VolunteerRow, target: PostRow): Promise<boolean> {
  const person = await world.asPerson(world.personNumbered(row.number));
  const approver = await world.as(`c-${row.county}.approver`);
  try {
    const change = await person.post<PostChangeView>('/api/placement/post-changes', {
      ...{ toPostId: target.id, reason: '专业与岗位更加匹配' },
    });
    const path = `/api/placement/post-changes/${change.id}/decide`;
    try {
      await approver.post(path, { approved: true, reason: '同意' });
      return true;
    } catch (error) {
      // Somebody was faster: that is what the system has to say, and no more than that.
      world.noteRefusal(error);
      await approver.post(path, { approved: false, reason: '该岗位已无空额' });
    }
  } catch (error) {
    world.noteRefusal(error);
  }
  return false;
}

async function notWhereTold({ databases }: Stage, told: ReadonlyMap<string, string>): Promise<string[]> {
  const seats = await databases.rows<{ account_id: string; post_id: string }>(
    'placement',
    'select account_id, post_id::text from seat where season = $1 and released_at is null',
    [season],
  );
  const held = new Map(seats.map(({ account_id, post_id }) => [account_id, post_id]));
  return [...told]
    .filter(([account, post]) => held.get(account) !== post)
    .map(([account, post]) => `${account} was moved to ${post}, and sits on ${held.get(account) ?? 'nothing'}`);
}
