import { Injectable } from '@nestjs/common';
import { Clock, newId, record, rewrite, type Tx } from '@xibu/platform';
import { correct, type Finding, impose, renew } from './block.rules.js';
import { BlockTable } from './block.table.js';
import { failAssessment, reinstate } from './county.rules.js';
import { ServiceCountyTable } from './county.table.js';

/** What a finding of the assessment service does to a county. The same finding twice blocks once. */
@Injectable()
export class ImposeBlock {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, finding: Omit<Finding, 'id'>): Promise<void> {
    const now = this.clock.now();
    const { county, unit, season, cause, sourceId } = finding;
    const ofSource = await tx.find(BlockTable, {
      where: { cause, sourceId, season },
      lock: { mode: 'pessimistic_write' },
    });
    const known = ofSource.find((block) => block.county === county && block.unit === unit);
    const [block, facts] = known ? renew(known, now) : impose({ ...finding, id: newId(now) }, now);
    if (block === known) return;
    if (known) await rewrite(tx, BlockTable, block);
    else await tx.insert(BlockTable, block);
    await record(tx, now, ...facts);
    if (cause === 'assessment') await this.failAssessment(tx, county, season, now);
  }

  /** The finding was corrected: its blocks fall, and a county that it had put out serves on. */
  async correct(tx: Tx, { cause, sourceId, season }: Pick<Finding, 'cause' | 'sourceId' | 'season'>): Promise<void> {
    const now = this.clock.now();
    const blocks = await tx.find(BlockTable, {
      where: { cause, sourceId, season },
      order: { county: 'ASC', unit: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const block of blocks) {
      const [corrected, facts] = correct(block, now);
      if (corrected === block) continue;
      await rewrite(tx, BlockTable, corrected);
      await record(tx, now, ...facts);
      if (cause === 'assessment') await reinstateCounty(tx, block.county, now);
    }
  }

  private async failAssessment(tx: Tx, code: number, barred: string, now: Date): Promise<void> {
    const county = await tx.findOne(ServiceCountyTable, { where: { code }, lock: { mode: 'pessimistic_write' } });
    if (county) await rewrite(tx, ServiceCountyTable, failAssessment(county, barred, now));
  }
}

export async function reinstateCounty(tx: Tx, code: number, now: Date): Promise<void> {
  const county = await tx.findOne(ServiceCountyTable, { where: { code }, lock: { mode: 'pessimistic_write' } });
  if (county) await rewrite(tx, ServiceCountyTable, reinstate(county, now));
}
