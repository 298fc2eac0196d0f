import { Controller } from '@nestjs/common';
import type { LegalDate, ReceivedOf } from '@xibu/domain';
import { BankCardConfirmed, CommercialCoverSet } from '@xibu/domain/finance/events';
import { PersonIdentified } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { nameOfCode } from '@xibu/reference';
import { keepCard, keepCover, keepPerson } from './person-copies.js';

/** Copies of a person's name, bank card and commercial cover, in whatever order they come. */
@Controller()
export class WhenPersonChanged {
  @On(PersonIdentified)
  async identify({ data }: ReceivedOf<typeof PersonIdentified>, tx: Tx): Promise<void> {
    const { accountId, name, university, major, identityNumberMasked: identityMasked } = data;
    const sex = nameOfCode('sex', data.sex) ?? data.sex;
    await keepPerson(tx, accountId, { name, sex, university, major, identityMasked });
  }

  @On(BankCardConfirmed)
  async confirmCard({ data }: ReceivedOf<typeof BankCardConfirmed>, tx: Tx): Promise<void> {
    await keepCard(tx, data.accountId, data.lastFour);
  }

  @On(CommercialCoverSet)
  async cover({ data }: ReceivedOf<typeof CommercialCoverSet>, tx: Tx): Promise<void> {
    const { accountId, policyId, from, to } = data;
    await keepCover(tx, { accountId, policyId, from: from as LegalDate, to: to as LegalDate | null });
  }
}
