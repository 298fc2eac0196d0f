import { makeIdentityNumber } from '@xibu/domain';
import type { TestDatabase } from '@xibu/platform/testing';
import type { Application } from './application.js';
import { sampleDraft } from './sample-application.js';

type Changes = Partial<Application>;

/**
 * Made-up people at any step of the year, written straight into a test's database: numbers rise from `from`, identity
 * numbers belong to nobody, and each stands in the county of the sample form. `each` changes one of them.
 */
export async function sampleApplicants(
  test: Pick<TestDatabase, 'query' | 'sealing'>,
  count: number,
  status: Application['status'],
  each: (at: number) => Changes & { readonly from?: number } = () => ({}),
): Promise<Application[]> {
  const people = Array.from({ length: count }, (_, at) => {
    const { from = 1, ...changes } = each(at);
    return applicant(test, from + at, { status, ...changes });
  });
  await test.query(
    `insert into application (id, season, account_id, status, division, university, faculty, number, form,
       identity_sealed, identity_index, checks, reviews, confirmation, receipt, submitted_at, updated_at, version)
     select m.id, '2023-2024', m.account, m.status, 150000, m.university, m.faculty, m.number, m.form, m.sealed, m.index,
            '[]', '[]', m.confirmation, 'receipt', '2023-05-02', '2023-05-10', 5
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[],
                 $9::text[], $10::jsonb[])
          as m (id, account, status, university, faculty, number, form, sealed, index, confirmation)`,
    [
      people.map(({ id }) => id),
      people.map(({ accountId }) => accountId),
      people.map((one) => one.status),
      people.map(({ university }) => university),
      people.map(({ faculty }) => faculty),
      people.map(({ number }) => number),
      people.map(({ form }) => JSON.stringify(form)),
      people.map(({ identitySealed }) => identitySealed),
      people.map(({ identityIndex }) => identityIndex),
      people.map(({ confirmation }) => JSON.stringify(confirmation)),
    ],
  );
  return people;
}

function applicant({ sealing }: Pick<TestDatabase, 'sealing'>, at: number, changes: Changes): Application {
  const digits = String(at).padStart(6, '0');
  const identity = identityOf(at);
  const { form } = sampleDraft();
  return sampleDraft({
    ...{ id: `01890000-0000-7000-8000-000000${digits}`, accountId: `account-${at}`, number: `2023-15-${digits}` },
    ...{ identitySealed: sealing.seal(identity), identityIndex: sealing.blindIndex(identity) },
    ...{ confirmation: { counties: [152221], specials: ['rural-education'], acceptsReassignment: true } },
    ...changes,
    form: { ...form, ...changes.form },
  });
}

/** A number for a person who does not exist; a different one for each place in the list. */
export function identityOf(at: number): string {
  const day = String((at % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(at / 28) % 12) + 1).padStart(2, '0');
  return makeIdentityNumber('150603', `2001-${month}-${day}`, Math.floor(at / 336) % 1000);
}
