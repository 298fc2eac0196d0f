import { Injectable } from '@nestjs/common';
import { TableFault } from '@xibu/documents';
import { type Actor, Refusal } from '@xibu/domain';
import type { RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, record, requireOpen, rewrite } from '@xibu/platform';
import { type FrozenFiles, freeze } from '../matching/freeze.js';
import type { RoundInput } from '../matching/round-input.js';
import { lockRound, windowOfRound } from './find-round.js';
import { lockInput } from './frozen-round-of.js';
import { type ReadInput, readRoundInput } from './read-round-input.js';
import type { Round } from './round.js';
import { freezeRound } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { storeFiles } from './round-files.js';
import { countsOf } from './round-input.rules.js';
import { viewOfRound } from './round-view.js';

/** 冻结: writes everything that decides as the published tables, and tells their digest before the seed is known. */
@Injectable()
export class FreezeRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      await requireOpen(tx, round.season, windowOfRound(round), now);
      await lockInput(tx, round.season, 'freeze');
      const read = await readRoundInput(tx, round, now);
      const { files, inputDigest } = frozenFiles(read.input);
      const by = { account: actor.account, name: actor.name, now };
      const counts = countsOf(read.input);
      const [frozen, fact] = freezeRound(round, { inputDigest, counts, rulebook: read.rulebook }, by);
      requireSomething(frozen, read);
      await rewrite(tx, RoundTable, frozen);
      await storeFiles(tx, frozen, files);
      await record(tx, now, fact);
      return viewOfRound(frozen, null);
    });
  }
}

function requireSomething({ kind, season, counts }: Round, { hasQuotas }: ReadInput): void {
  if (!hasQuotas) throw new Refusal('quota.none-in-force', { season });
  if (kind === 'backfill' && counts?.seats === 0) throw new Refusal('round.nothing-to-fill');
  if (counts?.posts === 0) throw new Refusal('round.no-posts');
  if (counts?.applicants === 0) throw new Refusal('round.no-candidates');
}

/** What breaks the published format is an answer to whoever freezes, not a fault of the service. */
export function frozenFiles(input: Omit<RoundInput, 'seed'>): FrozenFiles {
  try {
    return freeze(input);
  } catch (error) {
    if (error instanceof TableFault) throw new Refusal('round.input-invalid', { fault: error.message });
    throw error;
  }
}
