import { Module } from '@nestjs/common';
import { RealClock } from '@xibu/platform';
import { AccountsController } from './accounts/accounts.controller.js';
import { HelpAccount } from './accounts/help-account.js';
import { ListAccounts } from './accounts/list-accounts.js';
import { OpenAccounts } from './accounts/open-accounts.js';
import { OwnAccountController } from './accounts/own-account.controller.js';
import { OwnAccount } from './accounts/own-account.js';
import { OwnSecrets } from './accounts/own-secrets.js';
import { PrepareAccounts } from './accounts/prepare-accounts.js';
import { RegisterAccount } from './accounts/register-account.js';
import { FoundSystem } from './foundation/found-system.js';
import { FoundationController } from './foundation/foundation.controller.js';
import { IssueNotice } from './notices/issue-notice.js';
import { ListReceipts } from './notices/list-receipts.js';
import { NoticesController, PublicNoticesController } from './notices/notices.controller.js';
import { PublicNotices } from './notices/public-notices.js';
import { ReadNotices } from './notices/read-notices.js';
import { ChangeOffice } from './offices/change-office.js';
import { ListOffices } from './offices/list-offices.js';
import { DirectoryController, OfficesController } from './offices/offices.controller.js';
import { OpenOffices } from './offices/open-offices.js';
import { Secrets } from './passwords/secrets.js';
import { DecideRulebook } from './rulebooks/decide-rulebook.js';
import { ListRulebooks } from './rulebooks/list-rulebooks.js';
import { PrepareRulebook } from './rulebooks/prepare-rulebook.js';
import { RulebooksController } from './rulebooks/rulebooks.controller.js';
import { ChangeMilestones } from './seasons/change-milestones.js';
import { ListSeasons } from './seasons/list-seasons.js';
import { OpenSeason } from './seasons/open-season.js';
import { MilestoneChangesController, SeasonsController } from './seasons/seasons.controller.js';
import { SecondFactor } from './second-factors/second-factor.js';
import { SecondFactorsController } from './second-factors/second-factors.controller.js';
import { EndSessions } from './sessions/end-sessions.js';
import { EveryDayForgetSessions } from './sessions/every-day-forget-sessions.js';
import { ExchangeSession } from './sessions/exchange-session.js';
import { FrontDoor } from './sessions/front-door.js';
import { ListSessions } from './sessions/list-sessions.js';
import { SessionsController, SignInController } from './sessions/sessions.controller.js';
import { Welcome } from './sessions/welcome.js';
import { FindAccount } from './sign-ins/find-account-by-name.js';
import { PasswordCheck } from './sign-ins/password-check.js';
import { SignIn } from './sign-ins/sign-in.js';

@Module({
  controllers: [
    // Fixed addresses before those with an id in their place.
    ...[DirectoryController, OfficesController, OwnAccountController, SecondFactorsController, AccountsController],
    ...[SignInController, SessionsController, SeasonsController, MilestoneChangesController, RulebooksController],
    ...[PublicNoticesController, NoticesController, FoundationController],
  ],
  providers: [
    // Sessions and passwords live in real time, whatever the legal clock of a simulated year says.
    RealClock,
    ...[Secrets, PrepareAccounts, RegisterAccount, OpenAccounts, HelpAccount, ListAccounts, OwnAccount, OwnSecrets],
    ...[OpenOffices, ChangeOffice, ListOffices, SecondFactor, FindAccount, PasswordCheck, SignIn, FrontDoor],
    ...[ExchangeSession, ListSessions, EndSessions, Welcome, EveryDayForgetSessions],
    ...[OpenSeason, ChangeMilestones, ListSeasons, PrepareRulebook, DecideRulebook, ListRulebooks],
    ...[IssueNotice, ReadNotices, ListReceipts, PublicNotices, FoundSystem],
  ],
})
export class ProgrammeModule {}
