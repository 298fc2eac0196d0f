import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { IncidentConcluded } from '@xibu/domain/assessment/events';
import { On, type Tx } from '@xibu/platform';
import { nextSeason } from './county.js';
import { ImposeBlock } from './impose-block.js';

/** 因服务管理不力导致重大安全健康事故: neither the county nor the unit has volunteers next year (notice 2.1.2). */
@Controller()
export class WhenIncidentConcluded {
  constructor(private readonly impose: ImposeBlock) {}

  @On(IncidentConcluded)
  async handle({ data }: ReceivedOf<typeof IncidentConcluded>, tx: Tx): Promise<void> {
    const { county, unit, incidentId: sourceId } = data;
    const finding = { cause: 'incident', sourceId, season: nextSeason(data.season) } as const;
    if (!data.serious || !data.managementFault) return this.impose.correct(tx, finding);
    await this.impose.run(tx, { ...finding, county, unit: null });
    if (unit !== '') await this.impose.run(tx, { ...finding, county, unit });
  }
}
