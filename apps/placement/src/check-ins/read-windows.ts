import { Refusal } from '@xibu/domain';
import { type Tx, windowOf } from '@xibu/platform';
import type { ReportInWindows } from './check-in.rules.js';

/** The two windows of a season by which people report in. */
export async function readWindows(tx: Tx, season: string): Promise<ReportInWindows> {
  const reportIn = await windowOf(tx, season, 'report-in');
  if (!reportIn) throw new Refusal('milestone.not-set', { milestone: 'report-in' });
  return { reportIn, dispatch: await windowOf(tx, season, 'dispatch') };
}
