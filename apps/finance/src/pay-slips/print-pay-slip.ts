import { Injectable } from '@nestjs/common';
import { renderPaySlip } from '@xibu/documents';
import { type Actor, daysIn, type Month, Refusal } from '@xibu/domain';
import { Clock, Database, Sealing, type Tx } from '@xibu/platform';
import { divisionName } from '@xibu/reference';
import { paySlipOf } from '../subsidy-runs/explain-run-person.js';
import { ownRun } from './list-own-slips.js';
import { linesOfSlip } from './pay-slip-lines.rules.js';

const kinds: Readonly<Record<string, string>> = { national: '全国项目', local: '地方项目' };

/** 补贴发放单 on paper, for the volunteer. */
@Injectable()
export class PrintPaySlip {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(month: Month, { account }: Actor): Promise<{ readonly number: string; readonly bytes: Buffer }> {
    return this.database.beyondScope(async (tx) => {
      const run = await ownRun(tx, account, month);
      const slip = await paySlipOf(tx, run, account);
      if (slip.netFen === null) throw new Refusal('pay-slip.not-in-pay', { month });
      const known = await this.printed(tx, account);
      const county = divisionName(String(run.division)) ?? String(run.division);
      const number = `${run.number}-${known.number}`;
      const paid = slip.payments.find(({ state }) => state === 'accepted');
      const bytes = await renderPaySlip({
        ...{ number, createdAt: this.clock.now(), month, name: slip.name ?? '', identityNumber: known.identityNumber },
        ...{ county, unit: slip.unit ?? '', projectKind: kinds[slip.funding[0]?.project ?? ''] ?? '' },
        ...{ daysOnPost: slip.daysOnPost, daysOfMonth: daysIn(month), ...linesOfSlip(slip), netFen: slip.netFen },
        ...{
          bank: known.bank,
          bankCard: known.card,
          paidOn: paid?.valueDate ?? null,
          office: `${county}西部计划项目办`,
        },
      });
      return { number, bytes };
    });
  }

  private async printed(tx: Tx, accountId: string) {
    const [row]: { number: string; identity: string | null; bank: string | null; card: string | null }[] =
      await tx.query(
        `select coalesce(p.number, p.account_id) "number", p.identity_sealed "identity", c.bank_name "bank", c.number_sealed "card"
       from person p left join bank_card c on c.account_id = p.account_id and c.status = 'confirmed' where p.account_id = $1`,
        [accountId],
      );
    const open = (sealed: string | null | undefined) => (sealed ? this.sealing.open(sealed) : '');
    const { number = accountId, bank } = row ?? {};
    return { number, bank: bank ?? '未登记', identityNumber: open(row?.identity), card: open(row?.card) };
  }
}
