import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestService, type TestService } from '@xibu/platform/testing';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import { programme } from '../programme.service.js';
import type { FoundSystem } from './found-system.js';
import { FoundationController } from './foundation.controller.js';
import { bootstrapKey, foundationRequest, internalKey, variables } from './founded-for-specs.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(programme, variables);
});
afterAll(() => service.stop());

const found = (body: object, key = 'first-start-1') =>
  service.call<{ regionOfficeId: string }>(null, 'POST', '/api/programme/foundation', body, { 'idempotency-key': key });

test('without the bootstrap key nothing is founded', async () => {
  expect(await found({ ...foundationRequest, key: 'guessed' })).toMatchObject({
    ...{ status: 403, body: { code: 'foundation.key-wrong' } },
  });
});

test('a weak password or a code that is no region founds nothing', async () => {
  const weak = { ...foundationRequest, operator: { ...foundationRequest.operator, password: 'short' } };
  expect((await found(weak, 'weak-password')).body).toMatchObject({ code: 'password.weak' });
  expect((await found({ ...foundationRequest, region: 152200 }, 'no-region')).body).toMatchObject({
    code: 'office.division-unknown',
  });
  expect(await service.query('select from office')).toEqual([]);
});

test('the first start opens two offices and six accounts, and tells them', async () => {
  const answer = await found(foundationRequest);
  expect(answer.status).toBe(201);
  expect(await service.query('select tier, name, division from office order by division')).toEqual([
    { tier: 'national', name: '全国大学生志愿服务西部计划项目管理办公室', division: 0 },
    { tier: 'region', name: '内蒙古自治区西部计划项目办', division: 150000 },
  ]);
  const roles = await service.query<{ role: string }>('select unnest(roles) role from account order by 1');
  expect(roles.map(({ role }) => role)).toEqual([
    ...['auditor', 'national.approver', 'national.officer', 'operator', 'region.approver', 'region.officer'],
  ]);
  const facts = await service.query<{ type: string; n: number }>(
    'select type, count(*)::int n from outbox group by 1 order by 1',
  );
  expect(facts).toEqual([
    { type: 'programme.account.opened.v1', n: 6 },
    { type: 'programme.contact.changed.v1', n: 6 },
    { type: 'programme.office.opened.v1', n: 2 },
  ]);
});

test('the same request answers the same, another is refused: it works once', async () => {
  expect((await found(foundationRequest)).status).toBe(201);
  expect(await found(foundationRequest, 'second-start')).toMatchObject({
    ...{ status: 409, body: { code: 'foundation.done' } },
  });
});

test('each of the six signs in with what was given to it', async () => {
  for (const post of ['nationalOfficer', 'operator', 'auditor', 'regionApprover'] as const) {
    const { loginName: name, password } = foundationRequest[post];
    const answer = await service.call(
      ...([null, 'POST', '/api/programme/sign-in', { name, password }, { 'x-xibu-gateway-key': internalKey }] as const),
    );
    expect(answer).toMatchObject({ status: 200, body: { actor: { name: foundationRequest[post].name } } });
  }
});

test('a key that is not configured opens nothing', () => {
  const config = Object.assign(new ProgrammeConfig(), { passwordMemoryKib: 64, passwordPasses: 1 });
  const controller = new FoundationController({} as FoundSystem, new Secrets(config), config);
  for (const key of ['', 'undefined', bootstrapKey]) {
    expect(() => controller.found({ ...foundationRequest, key })).toThrow('foundation.key-wrong');
  }
});
