import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ApplicationAdmitted } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { SeatTeachingGroup } from './seat-teaching-group.js';

/** 研究生支教团 comes by a list of its own and takes its seats without a round; others sit where their round put them. */
@Controller()
export class WhenApplicationAdmitted {
  constructor(private readonly seats: SeatTeachingGroup) {}

  @On(ApplicationAdmitted)
  async handle({ data }: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    if (data.track === 'teaching-group') await this.seats.run(tx, data);
  }
}
