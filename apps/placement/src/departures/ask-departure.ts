import { Injectable } from '@nestjs/common';
import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type {
  AskDepartureRequest,
  DepartureView,
  ProposeTerminationRequest,
  RecordDeathRequest,
} from '@xibu/domain/placement/api';
import { Clock, Database, In, newId, rulebookOn, type Tx } from '@xibu/platform';
import { LeaveTable } from '../leaves/leave.table.js';
import { lockOwn, lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { type Departure, viewOfDeparture } from './departure.js';
import { askToLeave, finish, proposeTermination, recordDeath } from './departure.rules.js';
import { DepartureTable } from './departure.table.js';
import { EndService } from './end-service.js';

/** The three ways in which a service ends before its term. */
@Injectable()
export class AskDeparture {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ending: EndService,
  ) {}

  async run({ lastDay, reason }: AskDepartureRequest, actor: Actor): Promise<DepartureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockOwn(tx, actor);
      const draft = { id: newId(now), lastDay: lastDay as LegalDate, reason, by: actor.account };
      return store(tx, askToLeave(volunteer, draft, now));
    });
  }

  async propose(request: ProposeTerminationRequest, actor: Actor): Promise<DepartureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockVolunteer(tx, { number: request.number }, actor);
      const book = await rulebookOn(tx, volunteer.season, this.clock.today());
      const overdue = await tx.findOne(LeaveTable, { where: { volunteerId: volunteer.id, status: 'overdue' } });
      const { ground, hearingNote, reason } = request;
      const draft = { id: newId(now), lastDay: request.lastDay as LegalDate, reason, by: actor.account };
      const proposal = { ...draft, ground, hearingNote, overdueDays: overdue?.overdueDays ?? 0 };
      return store(tx, proposeTermination(volunteer, proposal, book, now));
    });
  }

  /** The service ends at once; a departure that was under way gives way to it. */
  async recordDeath({ number, on, reason }: RecordDeathRequest, actor: Actor): Promise<DepartureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockVolunteer(tx, { number }, actor);
      const draft = { id: newId(now), lastDay: on as LegalDate, reason, by: actor.account };
      const departure = finish(recordDeath(volunteer, draft, now), now);
      await this.ending.run(tx, [{ volunteer, kind: 'deceased', lastDay: departure.lastDay }], now);
      await storeAll(tx, DepartureTable, [departure]);
      return viewOfDeparture(departure);
    });
  }
}

async function store(tx: Tx, departure: Departure): Promise<DepartureView> {
  const pending = ['requested', 'county-agreed', 'proposed', 'approved'] as const;
  const others = await tx.count(DepartureTable, {
    where: { volunteerId: departure.volunteerId, status: In([...pending]) },
  });
  if (others > 0) throw new Refusal('departure.pending');
  await storeAll(tx, DepartureTable, [departure]);
  return viewOfDeparture(departure);
}
