import { expect, test } from '@jest/globals';
import { complaintsAboutHoldings } from '@xibu/platform/testing-copies';
import { recruitment } from './recruitment.service.js';

test('each table is its own or a copy of what others tell, and every copy can be made anew', async () => {
  expect(await complaintsAboutHoldings(recruitment)).toEqual([]);
});
