import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { PlacementDecided } from '@xibu/domain/placement/events';
import { On, type Tx } from '@xibu/platform';
import { FollowPlacement } from './follow-placement.js';

@Controller()
export class WhenPlacementDecided {
  constructor(private readonly placement: FollowPlacement) {}

  @On(PlacementDecided)
  async handle({ data }: ReceivedOf<typeof PlacementDecided>, tx: Tx): Promise<void> {
    await this.placement.run(data, tx);
  }
}
