import { Controller } from '@nestjs/common';
import { dateOf, type ReceivedOf } from '@xibu/domain';
import { ApplicationAdmitted, ApplicationLost, ApplicationWithdrawn } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { meetPerson, placePerson } from './place-person.js';

/** Keeps the copy of who was admitted for which county, and who was lost again. */
@Controller()
export class WhenApplicationDecided {
  @On(ApplicationAdmitted)
  async admit({ data, at }: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into admission (application_id, account_id, season, division, confirmation_number, admitted_on)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (application_id) do update set division = excluded.division, admitted_on = excluded.admitted_on,
         confirmation_number = excluded.confirmation_number, ended_on = null`,
      [data.applicationId, data.accountId, data.season, data.county, data.confirmationNumber, dateOf(new Date(at))],
    );
    await meetPerson(tx, data.accountId, data.number);
    await placePerson(tx, data.accountId);
  }

  @On(ApplicationLost)
  async lose({ data, at }: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    await endAdmission(tx, data.applicationId, at);
  }

  @On(ApplicationWithdrawn)
  async withdraw({ data, at }: ReceivedOf<typeof ApplicationWithdrawn>, tx: Tx): Promise<void> {
    await endAdmission(tx, data.applicationId, at);
  }
}

/** Most applications that end were never admitted: then there is nothing to end. */
async function endAdmission(tx: Tx, applicationId: string, at: string): Promise<void> {
  const [ended]: [{ account_id: string }[], number] = await tx.query(
    'update admission set ended_on = $2 where application_id = $1 returning account_id',
    [applicationId, dateOf(new Date(at))],
  );
  for (const { account_id: accountId } of ended) {
    await meetPerson(tx, accountId, null);
    await placePerson(tx, accountId);
  }
}
