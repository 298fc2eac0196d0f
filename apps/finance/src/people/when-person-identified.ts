import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { PersonIdentified } from '@xibu/domain/recruitment/events';
import { On, Sealing, type Tx } from '@xibu/platform';
import { meetPerson } from './place-person.js';

/** Keeps the names and identity numbers of those whom finance pays and insures; the number stays sealed. */
@Controller()
export class WhenPersonIdentified {
  constructor(private readonly sealing: Sealing) {}

  @On(PersonIdentified)
  async handle({ data }: ReceivedOf<typeof PersonIdentified>, tx: Tx): Promise<void> {
    const { accountId, name, identityNumberMasked, identityNumberSealed } = data;
    const index = this.sealing.blindIndex(this.sealing.open(identityNumberSealed));
    await meetPerson(tx, accountId, data.number ?? null);
    await tx.query(
      'update person set name = $2, identity_masked = $3, identity_sealed = $4, identity_index = $5 where account_id = $1',
      [accountId, name, identityNumberMasked, identityNumberSealed, index],
    );
  }
}
