import { dateOf } from '@xibu/domain';
import { rulebookOn, type Tx } from '@xibu/platform';
import type { RoundInput } from '../matching/round-input.js';
import { readLines, readUsage } from '../quotas/read-quotas.js';
import { CandidateTable } from '../rankings/candidate.table.js';
import type { Round } from './round.js';
import { type PostInRound, roundInputOf } from './round-input.rules.js';

export interface ReadInput {
  readonly input: Omit<RoundInput, 'seed'>;
  readonly rulebook: string;
  /** Whether quotas are in force; without them nobody has been allotted anything. */
  readonly hasQuotas: boolean;
}

/** What a round would be frozen with at this moment: posts and seats, quotas, candidates and their lists. */
export async function readRoundInput(tx: Tx, round: Round, now: Date): Promise<ReadInput> {
  const { season, division: region, kind } = round;
  const book = await rulebookOn(tx, season, dateOf(now));
  const lines = await readLines(tx, { season });
  const usage = await readUsage(tx, season);
  const posts = kind === 'main' ? await openPosts(tx, season) : await lostSeats(tx, season);
  const candidates = await tx.find(CandidateTable, {
    where:
      kind === 'main'
        ? [
            { season, status: 'qualified' },
            { season, status: 'unplaced' },
          ]
        : { season, status: 'unplaced' },
    order: { code: 'ASC' },
  });
  const input = roundInputOf({ region, book, lines, usage, posts, candidates });
  return { input, rulebook: book.version, hasQuotas: lines.length > 0 };
}

const columns = `p.code, p.county, p.special, p.project_kind "projectKind", p.accepts_reassigned "acceptsReassigned"`;

/** Every open post, with the seats that nobody holds. */
async function openPosts(tx: Tx, season: string): Promise<PostInRound[]> {
  return tx.query(
    `select ${columns}, greatest(0, p.seats - count(s.id))::int capacity
       from post p left join seat s on s.post_id = p.id and s.season = p.season and s.released_at is null
      where p.season = $1 and p.status = 'open' group by p.id order by p.code collate "C"`,
    [season],
  );
}

/** 同等数额: as many as were lost before dispatch and not filled again, and never more than there are free (2.3.2). */
async function lostSeats(tx: Tx, season: string): Promise<PostInRound[]> {
  return tx.query(
    `select ${columns}, least(l.lost, p.seats - coalesce(h.held, 0))::int capacity
       from post p
       join (select post_id, count(*) lost from seat
              where season = $1 and release = 'lost' and refilled_in is null group by 1) l on l.post_id = p.id
       left join (select post_id, count(*) held from seat
                   where season = $1 and released_at is null group by 1) h on h.post_id = p.id
      where p.season = $1 and p.status = 'open' and p.seats > coalesce(h.held, 0) order by p.code collate "C"`,
    [season],
  );
}
