import type { Actor } from '@xibu/domain';
import type { FoundationAnswer, FoundationRequest, FoundingAccount, OpenedRow } from '@xibu/domain/programme/api';
import { startTestService, type TestService, testPrivateKey } from '@xibu/platform/testing';
import { programme } from '../programme.service.js';

export const internalKey = 'the gateway of these specs is known by this';
export const bootstrapKey = 'bootstrap key of specs';
export const password = 'Caoyuan-2023-xin';

/** Hashes that cost next to nothing, and a password that need not be changed: nobody real signs in here. */
export const variables = {
  ...{ XIBU_TOKEN_PRIVATE_KEY: testPrivateKey, XIBU_INTERNAL_KEY: internalKey, XIBU_BOOTSTRAP_KEY: bootstrapKey },
  ...{ XIBU_PASSWORD_MEMORY_KIB: '64', XIBU_PASSWORD_PASSES: '1' },
};

const names = {
  ...{ nationalOfficer: '白音', nationalApprover: '其木格', regionOfficer: '乌云', regionApprover: '巴特尔' },
  ...{ operator: '哈斯', auditor: '萨仁' },
} as const;

const account = (loginName: string, name: string): FoundingAccount => ({
  ...{ name, loginName, password, isTemporary: false, email: `${loginName.toLowerCase()}@example.org` },
});

export const foundationRequest: FoundationRequest = {
  ...{ key: bootstrapKey, region: 150000 },
  nationalOfficer: account('nationalOfficer', names.nationalOfficer),
  nationalApprover: account('nationalApprover', names.nationalApprover),
  regionOfficer: account('regionOfficer', names.regionOfficer),
  regionApprover: account('regionApprover', names.regionApprover),
  operator: account('operator', names.operator),
  auditor: account('auditor', names.auditor),
};

export interface Founded extends TestService {
  readonly foundation: FoundationAnswer;
  /** Signs in as the gateway would, and returns the actor. */
  actor(loginName: string): Promise<Actor>;
  /** Opens offices as this actor, all of them, and returns their ids in order. */
  openAll(actor: Actor, offices: readonly object[]): Promise<string[]>;
  /** Opens one account of an office as this actor and signs it in. */
  appoint(actor: Actor, officeId: string, roles: readonly string[], loginName: string): Promise<Actor>;
}

/** A running service after its first start. */
export async function startFounded(more: Readonly<Record<string, string>> = {}): Promise<Founded> {
  const service = await startTestService(programme, { ...variables, ...more });
  const found = await service.call<FoundationAnswer>(null, 'POST', '/api/programme/foundation', foundationRequest);
  if (found.status !== 201) {
    await service.stop();
    throw new Error(JSON.stringify(found.body));
  }
  const actor = async (name: string): Promise<Actor> => {
    const answer = await service.call<{ actor: Actor }>(
      ...([null, 'POST', '/api/programme/sign-in', { name, password }, { 'x-xibu-gateway-key': internalKey }] as const),
    );
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.actor;
  };
  return {
    ...{ ...service, foundation: found.body, actor },
    async openAll(by, offices) {
      const { body } = await service.call<OpenedRow[]>(by, 'POST', '/api/programme/offices/bulk', { offices });
      return body.map((row) => row.id ?? `${row.index}: ${row.code}`);
    },
    async appoint(by, officeId, roles, loginName) {
      const person = { name: '那仁', loginName, email: `${loginName}@example.org`, password, isTemporary: false };
      const opened = await service.call(by, 'POST', '/api/programme/accounts', { ...person, officeId, roles });
      if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
      return actor(loginName);
    },
  };
}
