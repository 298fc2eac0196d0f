import type { EntitySchema } from '@xibu/platform';
import { AgreementTable } from '../agreements/agreement.table.js';
import { DepartureTable } from '../departures/departure.table.js';
import { DispatchTable } from '../dispatches/dispatch.table.js';
import { ExtensionTable } from '../extensions/extension.table.js';
import { LeaveTable } from '../leaves/leave.table.js';
import { PostChangeTable } from '../post-changes/post-change.table.js';
import { TrainingTable } from '../trainings/training.table.js';
import { VolunteerTable } from './volunteer.table.js';

/** The tables of people in service. */
export const volunteersTables: readonly EntitySchema[] = [
  ...[VolunteerTable, TrainingTable, DispatchTable, AgreementTable, LeaveTable],
  ...[PostChangeTable, DepartureTable, ExtensionTable],
];
