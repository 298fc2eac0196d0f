import { accountPages } from '../accounts/accounts.pages.js';
import { agreementPages } from '../agreements/agreements.pages.js';
import { applicationPages } from '../applications/applications.pages.js';
import { countyPages } from '../counties/counties.pages.js';
import { dispatchPages } from '../dispatches/dispatches.pages.js';
import { examPages } from '../exam-sessions/exam.pages.js';
import { postPages } from '../posts/posts.pages.js';
import { qualifiedPages } from '../qualified-lists/qualified.pages.js';
import { quotaPages } from '../quotas/quotas.pages.js';
import { roundPages } from '../rounds/rounds.pages.js';
import { seasonPages } from '../seasons/seasons.pages.js';
import { volunteerPages } from '../volunteers/volunteers.pages.js';
import type { PageGroup } from './page.js';

/** Every page there is. A new noun adds its line here and, for the rail, in office-rail.ts. */
export const pageGroups: readonly PageGroup[] = [
  ...[seasonPages, accountPages, countyPages, quotaPages, postPages, applicationPages],
  ...[examPages, qualifiedPages, roundPages, volunteerPages, dispatchPages, agreementPages],
];
