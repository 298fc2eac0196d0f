import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@xibu/domain';
import { Database } from '@xibu/platform';

/** Closes every notice whose last day is over. */
@Injectable()
export class ClosePublicNotices {
  constructor(private readonly database: Database) {}

  async run(day: LegalDate): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [, closed]: [unknown, number] = await tx.query(
        `update public_notice set status = 'closed' where status = 'open' and closes_on < $1`,
        [day],
      );
      return closed;
    });
  }
}
