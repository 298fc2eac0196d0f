import type { Bench } from './bench.js';
import { placementResults } from './benches/bulk/placement-results.js';
import { scoreImport, seatExport } from './benches/bulk/scores.js';
import { besidePoison } from './benches/facts/beside-poison.js';
import { factsThroughKafka } from './benches/facts/facts-through-kafka.js';
import { relayDrain, relayDrainByRow } from './benches/facts/relay-drain.js';
import { reconcile, takeReturn } from './benches/finance/reconcile.js';
import { subsidyRun } from './benches/finance/subsidy-run.js';
import { nationalFirstPage, nationalSize } from './benches/lists/national-size.js';
import { scopedList } from './benches/lists/scoped-list.js';
import { placement } from './benches/placement/placement.js';
import { placementMemory } from './benches/placement/placement-memory.js';
import { formLoad } from './benches/portal/form-load.js';
import { initialScript } from './benches/portal/initial-script.js';
import { memoryIdle, memoryPeak } from './benches/services/memory.js';
import { routeCost } from './benches/sign-up/route-cost.js';
import { submissionRate, submissionsBesidePgbench, submissionTime } from './benches/sign-up/submissions.js';

/** Every line of the table, in its order. */
export const benches: readonly Bench[] = [
  // One line each, so that two hands can add to it at once.
  ...placement,
  placementMemory,
  placementResults,
  scoreImport,
  seatExport,
  subsidyRun,
  reconcile,
  takeReturn,
  routeCost,
  submissionRate,
  submissionTime,
  submissionsBesidePgbench,
  relayDrain,
  relayDrainByRow,
  factsThroughKafka,
  besidePoison,
  scopedList,
  nationalSize,
  nationalFirstPage,
  formLoad,
  initialScript,
  memoryIdle,
  memoryPeak,
];
