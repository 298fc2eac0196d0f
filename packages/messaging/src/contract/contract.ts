import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import { survives } from './crash.contract.js';
import { type BusHarness, Stage } from './harness.js';
import { remembers } from './history.contract.js';
import { lives } from './life.contract.js';
import { keepsOrder } from './order.contract.js';
import { parks } from './parking.contract.js';

/** What every bus promises, whatever it is made of. */
export function busContract(harness: BusHarness): void {
  describe(`the ${harness.name} bus`, () => {
    let stage: Stage;
    beforeAll(() => harness.start(), 120_000);
    afterAll(() => harness.stop(), 60_000);
    beforeEach(() => {
      stage = new Stage(harness);
    });
    afterEach(() => stage.close(), 30_000);

    keepsOrder(() => stage);
    parks(() => stage);
    survives(() => stage);
    lives(() => stage);
    remembers(() => stage);
  });
}
