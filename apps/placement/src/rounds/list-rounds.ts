import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PlacementRow, PublicRoundView, RoundView } from '@xibu/domain/placement/api';
import { Database, type Page, readPage, type Tx } from '@xibu/platform';
import { isWithin, withinScope } from '../counties/find-county.js';
import { publishedFiles } from '../matching/published-round.js';
import { resultFiles } from '../matching/round-files.js';
import { nameOf, type Round } from './round.js';
import { RoundTable } from './round.table.js';
import { inputFilesOf, readFiles, resultFilesOf } from './round-files.js';
import { type ProgressRow, progressOf, viewOfRound } from './round-view.js';
import type { PlacementsQuery } from './rounds.dto.js';

/** The checker that strangers run, as it is beside this service in the repository. */
const checkerFile = join(import.meta.dirname, '..', '..', 'checker', 'check-round.mjs');
const publicFiles = ['nodes.csv', 'posts.csv', 'applicants.csv', 'preferences.csv', 'traits.csv', ...resultFiles];

@Injectable()
export class ListRounds {
  constructor(private readonly database: Database) {}

  async ofSeason(season: string, actor: Actor): Promise<RoundView[]> {
    return this.database.transaction(async (tx) => {
      const rounds = await tx.find(RoundTable, { where: { season }, order: { number: 'ASC' } });
      const own = rounds.filter(({ division }) => isWithinOrBelow(division, actor));
      return Promise.all(own.map(async (round) => viewOfRound(round, await progress(tx, round))));
    });
  }

  async one(id: string, actor: Actor): Promise<RoundView> {
    return this.database.transaction(async (tx) => {
      const round = await tx.findOne(RoundTable, { where: { id } });
      if (!round || !isWithinOrBelow(round.division, actor)) throw new Refusal('record.unknown');
      return viewOfRound(round, await progress(tx, round));
    });
  }

  /** Of the region from the proposal on; of other offices, for their own scope, once it is published. */
  placements(id: string, query: PlacementsQuery, actor: Actor): Promise<Page<PlacementRow>> {
    const { outcome, county, q } = query;
    return this.database.transaction(async (tx) => {
      const round = await tx.findOne(RoundTable, { where: { id } });
      if (!round || !isWithinOrBelow(round.division, actor)) throw new Refusal('record.unknown');
      if (round.status !== 'published' && !isWithin(round.division, actor)) throw new Refusal('round.not-published');
      return readPage<PlacementRow>(tx, query, {
        select: `code id, code, post_code post, case when post_code is null then null else division end county, pass,
                 rank, score_hundredths "scoreHundredths", case when pass is null then 'unplaced' else 'placed' end outcome`,
        from: 'placement',
        where: [
          ['round_id = ?', id],
          ...withinScope('division', actor),
          ...(outcome ? [[outcome === 'placed' ? 'pass is not null' : 'pass is null'] as const] : []),
          ...(county ? [['division = ? and post_code is not null', county] as const] : []),
          ...(q ? [['code like ? or post_code like ?', `%${q}%`, `%${q}%`] as const] : []),
        ],
        sorts: ['code', 'post', 'rank', 'scoreHundredths'],
        defaultSort: 'code',
        facets: ['outcome', 'pass', 'rank', 'county'],
      });
    });
  }

  /** What was promised before, and what came out: for everybody. */
  async published(season: string): Promise<PublicRoundView[]> {
    return this.database.transaction(async (tx) => {
      const rounds = await tx.find(RoundTable, { where: { season }, order: { number: 'ASC' } });
      return rounds.map(publicView);
    });
  }

  /** One file of a published round, byte for byte; `round.json` is written from what was promised. */
  async file(id: string, name: string): Promise<Uint8Array> {
    if (name !== 'round.json' && !publicFiles.includes(name)) throw new Refusal('record.unknown');
    // The files hold nothing but anonymous codes; before publication they are nobody's.
    return this.database.asService(async (tx) => {
      const round = await tx.findOne(RoundTable, { where: { id } });
      if (round?.status !== 'published') throw new Refusal('round.not-published');
      const files = await readFiles(tx, id);
      const bytes = name === 'round.json' ? headerOf(round, files) : files.get(name);
      if (!bytes) throw new Error(`the published round ${nameOf(round)} has no ${name}`);
      return bytes;
    });
  }

  checker(): Promise<Buffer> {
    return readFile(checkerFile);
  }
}

function headerOf(round: Round, stored: ReadonlyMap<string, Buffer>): Uint8Array {
  const { season, rulebook, seed, inputDigest } = round;
  const title = { season, round: nameOf(round), rulebook };
  const frozen = { files: inputFilesOf(stored), inputDigest: inputDigest ?? '' };
  return publishedFiles(title, frozen, { value: seed ?? '', revealed: true }, resultFilesOf(stored))['round.json'];
}

function publicView(round: Round): PublicRoundView {
  const { id, season, kind, status, rulebook, seedCommitment, seed, inputDigest, resultDigest, counts } = round;
  const isOut = status === 'published';
  return {
    ...{ id, season, name: nameOf(round), kind, status, rulebook, seedCommitment, seed, inputDigest },
    resultDigest: isOut ? resultDigest : null,
    counts: isOut ? counts : null,
    files: isOut ? [...publicFiles, 'round.json'] : [],
  };
}

async function progress(tx: Tx, { id }: Round) {
  const [row]: ProgressRow[] = await tx.query('select phase, failures from round_progress where round_id = $1', [id]);
  return progressOf(row);
}

/** The round of one's own region, for offices above it and in it. */
function isWithinOrBelow(region: number, actor: Actor): boolean {
  const { divisions } = actor;
  return divisions !== null && (isWithin(region, actor) || Math.floor(divisions.from / 10000) * 10000 === region);
}
