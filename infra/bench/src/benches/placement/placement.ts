import type { FrozenRound } from '@xibu/placement/dist/matching/frozen-round.js';
import { type Order, orderApplicants } from '@xibu/placement/dist/matching/keys.rules.js';
import { drawLotteries } from '@xibu/placement/dist/matching/lottery.js';
import { match } from '@xibu/placement/dist/matching/match.rules.js';
import { asResult, solve } from '@xibu/placement/dist/matching/solve.js';
import { verifyFrozen } from '@xibu/placement/dist/matching/verifier/verify.js';
import type { Bench, Measured } from '../../bench.js';
import { cpuSeconds } from '../../cpu-seconds.js';
import { hundredThousand, type InstanceSize, madeUpInstance, million } from './made-up-instance.js';
import { plainAcceptance } from './plain-acceptance.js';

const seed = 'of a bench';
const nothingToClear = () => Promise.resolve();

interface Instance {
  readonly round: FrozenRound;
  readonly order: Order;
}

function instanceOf(size: InstanceSize): Instance {
  const round = madeUpInstance(size);
  return { round, order: orderApplicants(round.applicants.score, drawLotteries(seed, round.applicants.codes)) };
}

/** The first pass with its quota tree beside the textbook without one, on the same wishes and the same order. */
function quotaTree(name: string, what: string, size: InstanceSize): Bench {
  return {
    ...{ name, goal: 'G1.2', what: `placement ${what} with the quota tree`, unit: 's of CPU', target: { most: 2.5 } },
    floor: 'plain deferred acceptance without quotas',
    prepare: () => {
      const { round, order } = instanceOf(size);
      return rounds(
        timesOf(size),
        () => match(round, order),
        () => plainAcceptance(round, order.position),
      );
    },
  };
}

/** Everything that is computed of a round, lottery and both passes, beside reading every wish once. */
function edgeScan(name: string, what: string, size: InstanceSize): Bench {
  return {
    ...{ name, goal: 'G1.1', what: `placement ${what}, lottery and both passes`, unit: 's of CPU', target: null },
    floor: 'one pass over all wishes',
    prepare: () => {
      const { round } = instanceOf(size);
      return rounds(
        timesOf(size),
        () => solve(round, seed),
        () => scan(round),
      );
    },
  };
}

function verification(name: string, what: string, size: InstanceSize): Bench {
  return {
    ...{ name, goal: 'G1.3', what: `verifying placement ${what}`, unit: 's of CPU', target: { most: 0.4 } },
    floor: 'solving it',
    prepare: () => {
      const { round } = instanceOf(size);
      const solution = solve(round, seed);
      const result = asResult(round, solution);
      return rounds(
        timesOf(size),
        () => {
          const [wrong] = verifyFrozen(round, solution.lotteries, result);
          if (wrong) throw new Error(wrong.sentence);
        },
        () => solve(round, seed),
      );
    },
  };
}

const growth: Bench = {
  ...{
    name: 'placement-growth',
    goal: 'G1.5',
    what: 'placement 1M × 10',
    floor: 'placement 100k × 10',
    unit: 's of CPU',
  },
  target: { most: 30 },
  prepare: () => {
    const [large, small] = [instanceOf(million), instanceOf(hundredThousand)];
    return rounds(
      1,
      () => solve(large.round, seed),
      () => solve(small.round, seed),
    );
  },
};

export const placement: readonly Bench[] = [
  quotaTree('placement-quotas-100k', '100k × 10', hundredThousand),
  quotaTree('placement-quotas-1m', '1M × 10', million),
  edgeScan('placement-scan-100k', '100k × 10', hundredThousand),
  edgeScan('placement-scan-1m', '1M × 10', million),
  verification('placement-verify-100k', '100k × 10', hundredThousand),
  verification('placement-verify-1m', '1M × 10', million),
  growth,
];

/**
 * Nothing here waits, so processor time tells all. What takes a tenth of a second is repeated within a round, and before
 * the first: otherwise the compiler, at work beside it, would be most of what is measured.
 */
async function rounds(times: number, ours: () => unknown, floor: () => unknown): ReturnType<Bench['prepare']> {
  const seconds = (work: () => unknown) =>
    cpuSeconds(() => {
      for (let time = 0; time < times; time += 1) work();
    });
  const round = async (): Promise<Measured> => ({
    ours: (await seconds(ours)) / times,
    floor: (await seconds(floor)) / times,
  });
  await round();
  return { round, end: nothingToClear };
}

function timesOf({ applicants }: InstanceSize): number {
  return Math.max(1, Math.round(million.applicants / applicants / 2));
}

/** Reads what every solver has to read: of each wish its post and its class. */
function scan({ edges }: FrozenRound): number {
  let sum = 0;
  for (let edge = 0; edge < edges.post.length; edge += 1) {
    sum += (edges.post[edge] as number) + (edges.class[edge] as number);
  }
  return sum;
}
