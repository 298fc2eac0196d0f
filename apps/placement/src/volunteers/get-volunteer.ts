import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { OwnVolunteerView, VolunteerView } from '@xibu/domain/placement/api';
import { Clock, Database, rulebookOn, type Tx, windowOf } from '@xibu/platform';
import { AgreementTable } from '../agreements/agreement.table.js';
import { usedDays } from '../leaves/leave.rules.js';
import { LeaveTable } from '../leaves/leave.table.js';
import { type Closing, nextActionOf } from './next-action.rules.js';
import { VolunteerTable } from './volunteer.table.js';
import { isInScope } from './volunteer-scope.js';
import { viewOf } from './volunteer-view.js';

/** One volunteer: the record with its history, and the person's own page. */
@Injectable()
export class GetVolunteer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<VolunteerView> {
    return this.database.transaction(async (tx) => {
      const volunteer = await tx.findOne(VolunteerTable, { where: { id } });
      if (!volunteer || !isInScope(volunteer, actor)) throw new Refusal('record.unknown');
      return viewOf(volunteer, actor);
    });
  }

  async own(actor: Actor): Promise<OwnVolunteerView> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.find(VolunteerTable, { where: { accountId: actor.account }, order: { season: 'DESC' } });
      const volunteer = rows.find(({ status }) => status !== 'lost') ?? rows[0];
      if (!volunteer) throw new Refusal('record.unknown');
      const book = await rulebookOn(tx, volunteer.season, this.clock.today());
      const agreements = await tx.find(AgreementTable, {
        where: { volunteerId: volunteer.id },
        order: { agreementNumber: 'DESC' },
      });
      const open = agreements.find(({ status }) => status === 'open');
      const leaves = await tx.find(LeaveTable, { where: { volunteerId: volunteer.id } });
      return {
        volunteer: viewOf(volunteer, actor),
        next: nextActionOf(volunteer, open, await closingOf(tx, volunteer.season)),
        agreementId: (open ?? agreements[0])?.id ?? null,
        leaveDaysUsed: usedDays(volunteer, leaves, this.clock.today(), book),
        leaveDaysMax: book.values.leaveYearDaysMax,
      };
    });
  }
}

async function closingOf(tx: Tx, season: string): Promise<Closing> {
  const [reportIn, agreement, secondRegistration] = [
    await windowOf(tx, season, 'report-in'),
    await windowOf(tx, season, 'agreement'),
    await windowOf(tx, season, 'second-registration'),
  ];
  return {
    reportIn: reportIn?.closesAt ?? null,
    agreement: agreement?.closesAt ?? null,
    secondRegistration: secondRegistration?.closesAt ?? null,
  };
}
