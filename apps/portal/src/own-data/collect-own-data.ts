import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { get } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { ownDataText } from './own-data.text.js';

export type DataPart = keyof (typeof ownDataText)['zh']['parts'];

/** Where each part of a person's own data is read; every one of these answers with the person's own records only. */
const sources: Readonly<Record<Exclude<DataPart, 'applications'>, string>> = {
  account: '/api/programme/accounts/me',
  sessions: '/api/programme/sessions?limit=100',
  volunteer: '/api/placement/volunteers/mine',
  agreements: '/api/placement/agreements?limit=100',
  leaves: '/api/placement/leaves?limit=100',
  postChanges: '/api/placement/post-changes?limit=100',
  departures: '/api/placement/departures?limit=100',
  extensions: '/api/placement/extensions?limit=100',
  cards: '/api/finance/bank-cards/mine',
  pay: '/api/finance/pay-slips/mine',
  coverage: '/api/finance/coverage/mine',
  covers: '/api/finance/insurance-covers/mine?limit=100',
  social: '/api/finance/social-insurance/mine',
  claims: '/api/finance/insurance-claims?limit=100',
  grades: '/api/assessment/grades/mine',
  tickets: '/api/assessment/tickets/mine',
  certificates: '/api/assessment/certificates/mine',
  messages: '/api/notifications/messages/mine?limit=100',
};

export const dataParts = Object.keys(ownDataText.zh.parts) as readonly DataPart[];

export interface OwnData {
  readonly parts: Readonly<Partial<Record<DataPart, unknown>>>;
  /** What could not be read now. */
  readonly missed: readonly DataPart[];
}

/** Reads everything about oneself, one part after the other; `tell` hears how many are through. */
export async function collectOwnData(tell: (done: number) => void): Promise<OwnData> {
  const parts: Partial<Record<DataPart, unknown>> = {};
  const missed: DataPart[] = [];
  for (const [index, part] of dataParts.entries()) {
    tell(index);
    try {
      parts[part] = part === 'applications' ? await ownApplications() : await get<unknown>(sources[part]);
    } catch (error) {
      // Nothing is on record under such an address: that is no failure, and says so in the file.
      if (problemOf(error).status === 404) parts[part] = null;
      else missed.push(part);
    }
  }
  return { parts, missed };
}

async function ownApplications(): Promise<readonly unknown[]> {
  const base = '/api/recruitment/applications';
  const own = await get<readonly ApplicationView[]>(`${base}/mine`);
  return Promise.all(
    own.map(async (application) => ({
      application,
      progress: await get<unknown>(`${base}/${application.id}/progress`),
      reads: await get<unknown>(`${base}/${application.id}/reads`),
    })),
  );
}
