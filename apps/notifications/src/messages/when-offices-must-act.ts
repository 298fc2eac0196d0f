import { Controller } from '@nestjs/common';
import { leagueCityOf, type Received, type ReceivedOf, type Role, regionOf } from '@xibu/domain';
import { IncidentReported, MonthlyReportLate } from '@xibu/domain/assessment/events';
import { CoverageGapFound, PayLate } from '@xibu/domain/finance/events';
import { NoticeIssued } from '@xibu/domain/programme/events';
import { On, type Tx } from '@xibu/platform';
import { type Contact, contactsOfOffices } from '../contacts/contacts-of.js';
import { QueueMessage } from './queue-message.js';
import type { TemplateName, ValuesOf } from './templates.js';

const county: readonly Role[] = ['county.officer', 'county.approver'];
const finance: readonly Role[] = ['county.finance-officer', 'county.finance-approver'];
const above: readonly Role[] = ['league-city.officer', 'region.officer'];

/** What is late or dangerous is told to the office that must act and to the tiers above it (notice part four §4). */
@Controller()
export class WhenOfficesMustAct {
  constructor(private readonly queue: QueueMessage) {}

  @On(MonthlyReportLate)
  reportLate(fact: ReceivedOf<typeof MonthlyReportLate>, tx: Tx): Promise<void> {
    return this.tell(tx, fact, [...county, ...above], 'report-late', fact.data);
  }

  @On(PayLate)
  payLate(fact: ReceivedOf<typeof PayLate>, tx: Tx): Promise<void> {
    return this.tell(tx, fact, [...county, ...finance, ...above], 'pay-late', fact.data);
  }

  @On(CoverageGapFound)
  coverageGap(fact: ReceivedOf<typeof CoverageGapFound>, tx: Tx): Promise<void> {
    return this.tell(tx, fact, [...county, 'league-city.officer'], 'coverage-gap', fact.data);
  }

  @On(IncidentReported)
  incident(fact: ReceivedOf<typeof IncidentReported>, tx: Tx): Promise<void> {
    return this.tell(tx, fact, [...county, ...above], 'incident-reported', fact.data);
  }

  @On(NoticeIssued)
  async noticeIssued(fact: ReceivedOf<typeof NoticeIssued>, tx: Tx): Promise<void> {
    const to: Contact[] = await tx.query(
      `select account, name, email, language from contact where office_id = any($1) and not closed order by account`,
      [[...fact.data.recipients]],
    );
    await this.queue.run(tx, to, { template: 'notice-issued', values: fact.data, cause: fact.id });
  }

  private async tell<Name extends TemplateName>(
    tx: Tx,
    fact: Received<{ readonly county: number }>,
    roles: readonly Role[],
    template: Name,
    values: ValuesOf<Name>,
  ): Promise<void> {
    const place = fact.data.county;
    const to = await contactsOfOffices(tx, [place, leagueCityOf(place), regionOf(place)], roles);
    await this.queue.run(tx, to, { template, values, cause: fact.id });
  }
}
