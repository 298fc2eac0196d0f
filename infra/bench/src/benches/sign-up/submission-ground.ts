import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { signToken } from '@xibu/platform';
import { actorOf, createDatabase, type TestDatabase, testDatabase, testPrivateKey } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { identityOf } from '@xibu/recruitment/dist/applications/sample-applicants.js';
import { sampleDraft } from '@xibu/recruitment/dist/applications/sample-application.js';
import { recruitmentSchema } from '@xibu/recruitment/dist/recruitment.schema.js';
import { type ServerProcess, startService } from './child.js';
import { get, type LoadResult, post, send } from './load.js';
import { sealing, variablesOf } from './variables.js';

/** People who submit in one round; each does so once. */
export const peopleARound = 3_000;
const connections = 256;

/** One recruitment service with a database of its own, full of finished forms. */
export interface SubmissionServer {
  /** The people of this round submit, all answers awaited: after the commit. */
  submit(round: number): Promise<LoadResult>;
  end(): Promise<void>;
}

/** Tokens of the people of all rounds; the same people stand in every database. */
export async function tokensOf(rounds: number): Promise<string[]> {
  const people = Array.from({ length: rounds * peopleARound }, (_, at) =>
    actorOf('person', { account: accountOf(at) }),
  );
  return Promise.all(people.map((actor) => signToken(actor, testPrivateKey, 3_600)));
}

const accountOf = (at: number): string => `account-${at}`;
const idOf = (at: number): string => `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`;

export async function openSubmissionServer(
  tokens: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<SubmissionServer> {
  const test = await testDatabase(recruitmentSchema);
  const bus = await createDatabase('bus');
  await openSeason(test);
  for (let first = 0; first < tokens.length; first += peopleARound) await insertDrafts(test, first);
  const service = await startService('recruitment', {
    ...variablesOf(test, bus),
    ...documentKeys(),
    ...variables,
  });
  return {
    submit: (round) => submit(service, tokens, round * peopleARound),
    async end() {
      await service.stop();
      await test.close();
      await bus.drop();
    },
  };
}

async function submit({ port }: ServerProcess, tokens: readonly string[], first: number): Promise<LoadResult> {
  const authorization = (at: number): string => `Bearer ${tokens[first + at]}`;
  // Whoever submits has read their own form before: the service knows the token.
  const mine = (at: number): string => get('/api/recruitment/applications/mine', { authorization: authorization(at) });
  await send({ port, connections: 32, count: peopleARound, request: mine });
  return send({
    ...{ port, connections, count: peopleARound },
    request: (at) =>
      post(`/api/recruitment/applications/${idOf(first + at)}/submit`, declared, {
        ...{ authorization: authorization(at), 'idempotency-key': randomUUID() },
      }),
  });
}

const declared = { declared: true };

async function insertDrafts(test: TestDatabase, first: number): Promise<void> {
  const people = Array.from({ length: peopleARound }, (_, at) => first + at);
  const { form } = sampleDraft();
  await test.query(
    `insert into application (id, season, account_id, status, division, university, faculty, form, identity_sealed,
       identity_index, checks, reviews, updated_at, version)
     select m.id, '2023-2024', m.account, 'draft', 150000, $5, $6, $7::jsonb, m.sealed, m.index, '[]', '[]', now(), 3
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as m (id, account, sealed, index)`,
    [
      people.map(idOf),
      people.map(accountOf),
      people.map((at) => sealing.seal(identityOf(at))),
      people.map((at) => sealing.blindIndex(identityOf(at))),
      ...[form.university, form.faculty, JSON.stringify(form)],
    ],
  );
}

function documentKeys(): Record<string, string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    XIBU_DOCUMENT_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
    XIBU_DOCUMENT_PUBLIC_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })),
  };
}
