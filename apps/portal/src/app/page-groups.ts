import { accountPages } from '../accounts/accounts.pages.js';
import { applicationPages } from '../applications/applications.pages.js';
import { seasonPages } from '../seasons/seasons.pages.js';
import type { PageGroup } from './page.js';

/** Every page there is. A new noun adds its line here and, for the rail, in office-rail.ts. */
export const pageGroups: readonly PageGroup[] = [seasonPages, accountPages, applicationPages];
