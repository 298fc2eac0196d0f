import type { LossReason } from '@xibu/domain/recruitment/events';
import { record, type Tx } from '@xibu/platform';
import type { Application } from '../applications/application.js';
import { moveApplications } from '../applications/applications-in-bulk.js';
import { seatsHeld } from '../preselections/seats-held.js';
import { lose } from './loss.rules.js';
import { recordLosses } from './record-losses.js';

/** One application that holds a seat ends, for whatever reason: state, loss and fact together. */
export async function loseSeat(tx: Tx, application: Application, reason: LossReason, now: Date): Promise<Application> {
  const seat = (await seatsHeld(tx, [application.id])).get(application.id) ?? null;
  const [lost, loss, fact] = lose(application, seat, reason, now);
  await moveApplications(tx, [lost]);
  await recordLosses(tx, [loss], now);
  await record(tx, now, fact);
  return lost;
}
