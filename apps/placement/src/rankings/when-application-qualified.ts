import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ApplicationQualified } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { QualifyCandidate } from './qualify-candidate.js';

@Controller()
export class WhenApplicationQualified {
  constructor(private readonly qualify: QualifyCandidate) {}

  @On(ApplicationQualified)
  async handle({ data }: ReceivedOf<typeof ApplicationQualified>, tx: Tx): Promise<void> {
    await this.qualify.run(tx, data);
  }
}
