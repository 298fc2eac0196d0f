import { expect, test } from '@jest/globals';
import { testPrivateKey, testPublicKey } from '@xibu/platform/testing';
import { hearSamples } from '@xibu/platform/testing-facts';
import { assessment } from '../assessment.service.js';

test('every fact that this service listens to is accepted as it is published, and none is parked', async () => {
  const variables = { XIBU_DOCUMENT_PRIVATE_KEY: testPrivateKey, XIBU_DOCUMENT_PUBLIC_KEY: testPublicKey };
  const { settled, parked } = await hearSamples(assessment, { variables });
  expect(parked).toEqual([]);
  expect(settled).toEqual(
    expect.arrayContaining([
      'placement.volunteer.checked-in.v1',
      'placement.volunteer.left.v1',
      'placement.volunteer.on-post.v1',
      'placement.volunteer.service-recorded.v1',
      'programme.season.milestone-set.v1',
      'recruitment.person.identified.v1',
    ]),
  );
});
