import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RoundView } from '@xibu/domain/placement/api';
import { PlacementDecided } from '@xibu/domain/placement/events';
import { Clock, Database, record, requireOpen, rewrite, type Tx } from '@xibu/platform';
import { takeSeats } from '../posts/seats.js';
import { lockRound, windowOfRound } from './find-round.js';
import { lockInput } from './frozen-round-of.js';
import type { Round } from './round.js';
import { publish } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { viewOfRound } from './round-view.js';

const batchRows = 1000;

/** What was decided for one candidate; `isAvailable` is false for somebody who withdrew while the round was frozen. */
interface Decided {
  readonly code: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly postCode: string | null;
  readonly postTitle: string | null;
  readonly county: number | null;
  readonly isAvailable: boolean;
}

/** 公布: everybody is told, seats are taken, and the files can be downloaded. Set-based, in the order of the codes. */
@Injectable()
export class PublishRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      await requireOpen(tx, round.season, windowOfRound(round), now);
      const [published, fact] = publish(round, { account: actor.account, name: actor.name, now });
      await lockInput(tx, round.season, 'freeze');
      await rewrite(tx, RoundTable, published);
      const decided = await readDecided(tx, round);
      for (let from = 0; from < decided.length; from += batchRows) {
        await this.tell(tx, round, decided.slice(from, from + batchRows), now);
      }
      await settleCandidates(tx, round, now);
      if (round.kind === 'backfill') await markRefilled(tx, round);
      await record(tx, now, fact);
      return viewOfRound(published, null);
    });
  }

  private async tell(tx: Tx, { id: roundId, season }: Round, decided: readonly Decided[], now: Date): Promise<void> {
    const seated = decided.flatMap(({ postId, accountId, applicationId, isAvailable }) => {
      return postId !== null && isAvailable ? [{ season, postId, accountId, applicationId }] : [];
    });
    await takeSeats(tx, 'placed', seated, now, roundId);
    const facts = decided
      .filter(({ isAvailable }) => isAvailable)
      .map(({ applicationId, accountId, postId, postTitle, postCode, county }) => {
        const outcome = postId === null ? 'unplaced' : 'placed';
        const of = { roundId, applicationId, accountId, season };
        return PlacementDecided(applicationId, { ...of, outcome, postId, postTitle, county, postCode });
      });
    await record(tx, now, ...facts);
  }
}

async function readDecided(tx: Tx, { id, season }: Round): Promise<Decided[]> {
  return tx.query(
    `select h.code, h.application_id "applicationId", h.account_id "accountId", h.post_id "postId",
            h.post_code "postCode", p.title "postTitle", p.county,
            c.status in ('qualified', 'unplaced') "isAvailable"
       from placement h
       join candidate c on c.season = $2 and c.code = h.code
       left join post p on p.id = h.post_id
      where h.round_id = $1 order by h.code for update of c`,
    [id, season],
  );
}

/** Who withdrew meanwhile keeps that state; the seat that the round gave them stays free for a backfill. */
async function settleCandidates(tx: Tx, { id, season }: Round, now: Date): Promise<void> {
  await tx.query(
    `insert into seat (id, season, post_id, county, unit, account_id, application_id, kind, round_id, taken_at,
                       released_at, release)
     select gen_random_uuid(), $2, p.id, p.county, p.unit, h.account_id, h.application_id, 'placed', $1, $3, $3, 'lost'
       from placement h
       join candidate c on c.season = $2 and c.code = h.code and c.status not in ('qualified', 'unplaced')
       join post p on p.id = h.post_id
      where h.round_id = $1`,
    [id, season, now],
  );
  await tx.query(
    `update candidate c set status = case when h.post_id is null then 'unplaced' else 'placed' end,
            updated_at = $3, version = c.version + 1
       from placement h
      where h.round_id = $1 and c.season = $2 and c.code = h.code and c.status in ('qualified', 'unplaced')`,
    [id, season, now],
  );
}

/** As many losses of a post as this round has filled there count as made good, the oldest first. */
async function markRefilled(tx: Tx, round: Round): Promise<void> {
  await tx.query(
    `update seat set refilled_in = $1 from (
       select s.id, row_number() over (partition by s.post_id order by s.released_at, s.application_id) place, f.filled
         from seat s
         join (select post_id, count(*) filled from placement where round_id = $1 and post_id is not null group by 1) f
           on f.post_id = s.post_id
        where s.season = $2 and s.release = 'lost' and s.refilled_in is null
          and (s.round_id is distinct from $1)) lost
      where seat.id = lost.id and lost.place <= lost.filled`,
    [round.id, round.season],
  );
}
