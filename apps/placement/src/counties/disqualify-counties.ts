import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@xibu/domain';
import { rewrite, type Tx } from '@xibu/platform';
import { disqualify } from './county.rules.js';
import { ServiceCountyTable } from './county.table.js';

/** Counties whose assessment failed, once the season is over. */
@Injectable()
export class DisqualifyCounties {
  async run(tx: Tx, today: LegalDate, now: Date): Promise<void> {
    const failed = await tx.find(ServiceCountyTable, {
      where: { status: 'failed-assessment' },
      order: { code: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const county of failed) {
      const out = disqualify(county, today, now);
      if (out !== county) await rewrite(tx, ServiceCountyTable, out);
    }
  }
}
