import { expect, test } from '@jest/globals';
import { allSamples, hearSamples } from '@xibu/platform/testing-facts';
import { notifications } from '../notifications.service.js';

test('every fact that this service listens to is accepted as it is published, and none is parked', async () => {
  const accounts = new Set(allSamples().map(({ data }) => (data as { accountId?: string }).accountId));
  const { settled, parked } = await hearSamples(notifications, {
    variables: { XIBU_SMTP_URL: 'smtp://127.0.0.1:9' },
    // Addresses travel on a topic of their own; in life they come long before.
    prepare: async (service) => {
      await service.query(
        `insert into contact (account, roles, name, language) select a, '{person}', 'x', 'zh' from unnest($1::text[]) a`,
        [[...accounts].filter((account) => account !== undefined)],
      );
    },
  });
  expect(parked).toEqual([]);
  expect(settled).toEqual(
    expect.arrayContaining(['placement.placement.decided.v1', 'recruitment.application.admitted.v1']),
  );
  expect(settled.length).toBeGreaterThanOrEqual(30);
});
