import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { AdmitRequest, RowResult } from '@xibu/domain/recruitment/api';
import { Clock, Database, Sealing, type Tx } from '@xibu/platform';
import type { Application } from '../applications/application.js';
import { lockApplications } from '../applications/applications-in-bulk.js';
import { isInScope } from '../applications/office-scope.js';
import { requireOneOpen } from '../applications/windows.js';
import { seatsHeld } from '../preselections/seats-held.js';
import { decideEach } from '../spreadsheets/import-rows.js';
import { type Admitted, admit, type Ready } from './admission.rules.js';
import { personOf } from './person-of.js';
import { storeAdmissions } from './store-admissions.js';

/** Confirms the admission of many at once; each stands or falls by itself, and says why. */
@Injectable()
export class AdmitApplications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run({ ids }: AdmitRequest, actor: Actor): Promise<RowResult[]> {
    const now = this.clock.now();
    const at = { day: dateOf(now), now };
    return this.database.transaction(async (tx) => {
      const applications = await lockApplications(tx, ids);
      await requireWindows(tx, [...applications.values()], now);
      const ready = await readyOf(tx, ids);
      const rows = ids.map((id, line) => ({ line, row: id }));
      const decided = decideEach(rows, (id): Admitted => {
        const application = applications.get(id);
        if (!application || !isInScope(application, actor)) throw new Refusal('record.unknown');
        const person = application.status === 'noticed' ? personOf(application, this.sealing, at.day) : nobody;
        return admit(application, ready(id), person, actor, at);
      });
      await storeAdmissions(tx, decided.results, now);
      const refused = new Map(decided.refused.map(({ imported, refusal }) => [imported.row, refusal]));
      return ids.map((id): RowResult => {
        const refusal = refused.get(id);
        return refusal ? { id, done: false, code: refusal.code } : { id, done: true, status: 'admitted' };
      });
    });
  }
}

/** Never reached by an admission: whoever is not at that step is refused before. */
const nobody = { sex: '', birthDate: '', identityNumberMasked: '' };

async function requireWindows(tx: Tx, applications: readonly Application[], now: Date): Promise<void> {
  for (const season of new Set(applications.map((application) => application.season))) {
    await requireOneOpen(tx, season, ['admission', 'backfill'], now);
  }
}

/** Seat, notice and open objections of many applications, in two reads. */
async function readyOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => Ready> {
  const seats = await seatsHeld(tx, ids);
  const rows: { id: string; closesOn: string; openedBy: string; open: number }[] = await tx.query(
    `select e.application_id id, n.closes_on::text "closesOn", n.opened_by "openedBy",
            (select count(*)::int from objection o
             where o.notice_id = e.notice_id and o.line = e.line and o.status = 'open') open
     from notice_entry e join public_notice n on n.id = e.notice_id where e.application_id = any($1)`,
    [ids],
  );
  const notices = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const notice = notices.get(id) ?? null;
    return { seat: seats.get(id) ?? null, notice, openObjections: notice?.open ?? 0 };
  };
}
