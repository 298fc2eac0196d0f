import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { BlockView } from '@xibu/domain/placement/api';
import { Clock, Database, type Page, readPage, record, rewrite } from '@xibu/platform';
import { type BlockStep, takeBlockStep } from './block.rules.js';
import { BlockTable } from './block.table.js';
import type { BlocksQuery } from './counties.dto.js';
import { viewOfBlock } from './county-view.js';
import { isWithin, withinScope } from './find-county.js';
import { reinstateCounty } from './impose-block.js';

/** 停派的解除: proposed by one, decided by another. */
@Injectable()
export class MoveBlock {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, step: BlockStep, actor: Actor): Promise<BlockView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const block = await tx.findOne(BlockTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!block || !isWithin(block.county, actor)) throw new Refusal('record.unknown');
      const [moved, facts] = takeBlockStep(block, step, actor, now);
      await rewrite(tx, BlockTable, moved);
      await record(tx, now, ...facts);
      if (step.take === 'lift' && moved.cause === 'assessment') await reinstateCounty(tx, moved.county, now);
      return viewOfBlock(moved);
    });
  }

  list(query: BlocksQuery, actor: Actor): Promise<Page<BlockView>> {
    const { season, status } = query;
    return this.database.transaction((tx) =>
      readPage<BlockView>(tx, query, {
        select: `id, county, unit, season, cause, status, reason, lift_reason "liftReason", proposed_by "proposedBy",
                 lifted_by "liftedBy"`,
        from: 'placement_block',
        where: [
          ...withinScope('county', actor),
          ...(season ? [['season = ?', season] as const] : []),
          ...(status ? [['status = ?', status] as const] : []),
        ],
        sorts: ['county', 'season'],
        defaultSort: 'county',
        facets: ['status', 'cause', 'season'],
      }),
    );
  }
}
