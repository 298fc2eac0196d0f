import { Injectable } from '@nestjs/common';
import { Database, type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { ClosePost } from './close-post.js';

/** With the programme year its posts close (31 July). */
@Injectable()
@Scheduled('close-posts', { every: 'day', at: '00:10' })
export class EveryDayClosePosts implements Schedule {
  constructor(
    private readonly database: Database,
    private readonly closing: ClosePost,
  ) {}

  async run({ day }: Tick): Promise<void> {
    await this.database.transaction((tx) => this.closing.ofPastSeasons(tx, day));
  }
}
