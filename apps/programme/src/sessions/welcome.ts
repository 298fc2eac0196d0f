import { Injectable } from '@nestjs/common';
import { type Actor, rfc3339, roles } from '@xibu/domain';
import type { DemoAccount, Language, SessionView, WelcomeView } from '@xibu/domain/programme/api';
import { Clock, Database, Sealing, type Tx } from '@xibu/platform';
import { AccountTable } from '../accounts/account.table.js';
import { ProgrammeConfig } from '../programme.config.js';
import { currentSeason } from '../seasons/read-seasons.js';

const demoAccountsMax = 60;

/** What the first page needs to know, whoever looks at it. */
@Injectable()
export class Welcome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly config: ProgrammeConfig,
  ) {}

  /** For everybody; the passwords of a demonstration are shown on purpose, and only there. */
  everybody(): Promise<WelcomeView> {
    return this.database.asService(async (tx) => {
      const demo = this.config.demo === 'on';
      const now = this.clock.now();
      const view = { season: await currentSeason(tx, now), now: rfc3339(now), demo };
      return demo ? { ...view, demoAccounts: await this.demoAccounts(tx) } : view;
    });
  }

  async signedIn(actor: Actor): Promise<SessionView> {
    const account = await this.database.transaction((tx) =>
      tx.findOne(AccountTable, { where: { id: actor.account }, select: { id: true, language: true } }),
    );
    const language: Language = account?.language ?? 'zh';
    return { ...(await this.everybody()), actor, language };
  }

  private async demoAccounts(tx: Tx): Promise<DemoAccount[]> {
    const rows: { login: string; password: string; role: DemoAccount['role']; officeName: string | null }[] =
      await tx.query(
        `select a.login_sealed login, c.demo_password_sealed password, a.roles[1] role, o.name "officeName"
         from account a join credential c on c.account_id = a.id left join office o on o.id = a.office_id
         where a.is_demo and a.status = 'open' and c.demo_password_sealed is not null and not c.totp_confirmed
         order by a.opened_at, a.id limit $1`,
        [demoAccountsMax],
      );
    return rows
      .map(({ login, password, ...row }) => ({
        ...{ name: this.sealing.open(login), password: this.sealing.open(password), ...row },
      }))
      .sort((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role) || (left.name < right.name ? -1 : 1));
  }
}
