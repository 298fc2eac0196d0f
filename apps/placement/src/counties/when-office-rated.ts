import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { OfficeRated } from '@xibu/domain/assessment/events';
import { On, type Tx } from '@xibu/platform';
import { nextSeason } from './county.js';
import { ImposeBlock } from './impose-block.js';

/** 绩效考核不合格的服务县项目办次年取消资格 (notice 2.1.2). Ratings of universities do not concern placement. */
@Controller()
export class WhenOfficeRated {
  constructor(private readonly impose: ImposeBlock) {}

  @On(OfficeRated)
  async handle({ data }: ReceivedOf<typeof OfficeRated>, tx: Tx): Promise<void> {
    if (data.county === null) return;
    const finding = { cause: 'assessment', sourceId: data.officeId, season: nextSeason(data.season) } as const;
    if (data.rating === 'fail') await this.impose.run(tx, { ...finding, county: data.county, unit: null });
    else await this.impose.correct(tx, finding);
  }
}
