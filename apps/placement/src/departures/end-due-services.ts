import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@xibu/domain';
import { Clock, Database, In, LessThan, type Tx } from '@xibu/platform';
import { storeAll } from '../volunteers/store-all.js';
import { handedOver } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { finish, isDue } from './departure.rules.js';
import { DepartureTable } from './departure.table.js';
import { type Ending, EndService } from './end-service.js';

const lock = { mode: 'pessimistic_write' } as const;

/** Approved departures whose last day is over, and terms that ended without an extension: 服务期满. */
@Injectable()
export class EndDueServices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ending: EndService,
  ) {}

  async run(day: LegalDate): Promise<void> {
    await this.database.transaction((tx) => this.endDepartures(tx, day));
    await this.database.transaction((tx) => this.endTerms(tx, day));
  }

  private async endDepartures(tx: Tx, day: LegalDate): Promise<void> {
    const now = this.clock.now();
    const approved = await tx.find(DepartureTable, { where: { status: 'approved' }, order: { number: 'ASC' }, lock });
    const due = approved.filter((departure) => isDue(departure, day));
    const volunteers = await tx.find(VolunteerTable, {
      where: { id: In(due.map(({ volunteerId }) => volunteerId)) },
      order: { number: 'ASC' },
      lock,
    });
    await storeAll(
      tx,
      DepartureTable,
      due.map((departure) => finish(departure, now)),
    );
    const endings = due.flatMap(({ volunteerId, kind, lastDay }): Ending[] => {
      const volunteer = volunteers.find(({ id }) => id === volunteerId);
      return volunteer ? [{ volunteer, kind, lastDay }] : [];
    });
    await this.ending.run(tx, endings, now);
  }

  private async endTerms(tx: Tx, day: LegalDate): Promise<void> {
    const ended = await tx.find(VolunteerTable, {
      where: { status: In([...handedOver]), termTo: LessThan(day) },
      order: { number: 'ASC' },
      lock,
    });
    const endings = ended.map((volunteer): Ending => {
      return { volunteer, kind: 'completed', lastDay: volunteer.termTo ?? day };
    });
    await this.ending.run(tx, endings, this.clock.now());
  }
}
