import type { ServiceDefinition } from '@xibu/platform';
import { AccountTable, CredentialTable } from './accounts/account.table.js';
import { officesAndAccounts } from './migrations/0010-offices-and-accounts.js';
import { programmeYear } from './migrations/0020-programme-year.js';
import { NoticeTable, ReceiptTable } from './notices/notice.table.js';
import { OfficeTable } from './offices/office.table.js';
import { ProgrammeConfig } from './programme.config.js';
import { ProgrammeModule } from './programme.module.js';
import { RulebookTable } from './rulebooks/rulebook.table.js';
import { MilestoneChangeTable, SeasonTable } from './seasons/season.table.js';
import { SessionTable } from './sessions/session.table.js';

/** 组织: offices, accounts and sign-in, the calendar and the rules of the year, official notices. */
export const programme: ServiceDefinition<ProgrammeConfig> = {
  name: 'programme',
  module: ProgrammeModule,
  config: ProgrammeConfig,
  migrations: [officesAndAccounts, programmeYear],
  tables: [
    ...[OfficeTable, AccountTable, CredentialTable, SessionTable, SeasonTable, MilestoneChangeTable],
    ...[RulebookTable, NoticeTable, ReceiptTable],
  ],
  owns: [
    ...['office', 'account', 'credential', 'sign_in_lock', 'sign_in_event', 'session', 'season', 'milestone'],
    ...['milestone_change', 'rulebook', 'notice', 'notice_receipt'],
  ],
  copies: [],
  copiesSeasons: false,
};
