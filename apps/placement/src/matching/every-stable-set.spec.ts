import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { cutoffsOf } from './cutoffs.rules.js';
import { freeze, readRound } from './freeze.js';
import { orderApplicants } from './keys.rules.js';
import { drawLotteries } from './lottery.js';
import { madeUpRound } from './made-up-round.js';
import { match } from './match.rules.js';
import { publishedFiles } from './published-round.js';
import { reassign } from './reassign.rules.js';
import { writeResult } from './result-tables.js';
import type { Preference, RoundInput } from './round-input.js';
import { asResult, solveRound } from './solve.js';
import { verify } from './verifier/verify.js';

const { checkRound } = (await import(new URL('../../checker/check-round.mjs', import.meta.url).pathname)) as {
  checkRound(files: object): { violations: { code: string }[] };
};

const tiny = { applicants: 5, posts: 4, nodes: 4, choices: 4, classes: 4, seats: 2 };
const instances = Array.from({ length: 300 }, (_, index) => index + 1);

/** What applicants like, posts dislike: such rounds have several stable sets. */
function contested(seed: number): RoundInput {
  const input = madeUpRound(seed, tiny);
  const nodes = input.nodes.map((node) => ({ ...node, max: node.max === 0 ? 2 : node.max }));
  return {
    ...input,
    nodes,
    preferences: input.preferences.map((edge) => ({ ...edge, class: tiny.choices - edge.rank })),
  };
}

/** A set of edges by applicant; whoever is missing holds nothing. */
type Held = ReadonlyMap<string, Preference>;

/** The words of the published page, §2, spelled out for a handful of applicants. */
class Definition {
  private readonly paths: ReadonlyMap<string, readonly string[]>;
  private readonly maxima: ReadonlyMap<string, number>;
  private readonly keys: ReadonlyMap<Preference, readonly [number, number, bigint, string]>;

  constructor(private readonly input: RoundInput) {
    const parents = new Map(input.nodes.map((node) => [node.nodeId, node.parentId]));
    const pathFrom = (node: string | null | undefined): string[] =>
      node ? [node, ...pathFrom(parents.get(node))] : [];
    this.paths = new Map(input.posts.map((post) => [post.postId, [`post:${post.postId}`, ...pathFrom(post.nodeId)]]));
    this.maxima = new Map([
      ...input.nodes.map((node) => [node.nodeId, node.max ?? Number.POSITIVE_INFINITY] as const),
      ...input.posts.map((post) => [`post:${post.postId}`, post.capacity] as const),
    ]);
    const scores = new Map(input.applicants.map((applicant) => [applicant.code, applicant.score]));
    this.keys = new Map(
      input.preferences.map((edge) => {
        const bytes = createHash('sha256').update(`${input.seed}:${edge.code}`).digest();
        return [edge, [edge.class, -(scores.get(edge.code) as number), bytes.readBigUInt64BE(0), edge.code]];
      }),
    );
  }

  stableSets(): Held[] {
    const codes = this.input.applicants.map((applicant) => applicant.code);
    let sets: Held[] = [new Map()];
    for (const code of codes) {
      const edges = this.input.preferences.filter((edge) => edge.code === code);
      sets = sets.flatMap((set) => [
        set,
        ...edges.filter((edge) => this.fits(edge, set)).map((edge) => new Map(set).set(code, edge)),
      ]);
    }
    return sets.filter((set) =>
      this.input.preferences.every((edge) => set.get(edge.code) === edge || this.isAnswered(edge, set)),
    );
  }

  /** Whether a feasible set stays feasible with one edge more. */
  private fits(edge: Preference, set: Held): boolean {
    const path = this.paths.get(edge.postId) ?? [];
    return path.every((place) => this.heldAt(place, set).length < (this.maxima.get(place) as number));
  }

  private isAnswered(edge: Preference, set: Held): boolean {
    const held = set.get(edge.code);
    if (held && held.rank < edge.rank) return true;
    const path = this.paths.get(edge.postId) ?? [];
    const full = path.find((place) => this.heldAt(place, set).length === this.maxima.get(place));
    return full !== undefined && this.heldAt(full, set).every((other) => this.isSmaller(other, edge));
  }

  private heldAt(place: string, set: Held): Preference[] {
    return [...set.values()].filter((edge) => this.paths.get(edge.postId)?.includes(place));
  }

  private isSmaller(left: Preference, right: Preference): boolean {
    const [one, other] = [this.keys.get(left), this.keys.get(right)];
    for (let part = 0; part < 4; part += 1) {
      const [a, b] = [one?.[part] as number, other?.[part] as number];
      if (a !== b) return a < b;
    }
    return false;
  }
}

const rankOf = (set: Held, code: string) => set.get(code)?.rank ?? Number.POSITIVE_INFINITY;

/** Whatever follows from a first pass that holds this set: second pass, cut-offs and digests, all as they should be. */
function publish(input: RoundInput, set: Held) {
  const frozen = freeze(input);
  const round = readRound(frozen.files);
  const { codes, score } = round.applicants;
  const lotteries = drawLotteries(input.seed, codes);
  const order = orderApplicants(score, lotteries);
  const firstPass = {
    post: Int32Array.from(codes, (code) => round.posts.ids.indexOf(set.get(code)?.postId ?? '')),
    pass: Uint8Array.from(codes, (code) => (set.has(code) ? 1 : 0)),
    rank: Uint32Array.from(codes, (code) => set.get(code)?.rank ?? 0),
  };
  const cutoffs = cutoffsOf(round, order, firstPass);
  const result = asResult(round, { lotteries, placement: reassign(round, order, firstPass), cutoffs });
  const title = { season: '2023-2024', round: 'every stable set', rulebook: 'none' };
  const seed = { value: input.seed, revealed: true };
  return { result, files: publishedFiles(title, frozen, seed, writeResult(result)) };
}

test('of all stable sets of 300 tiny rounds the solver finds the one that is best for every applicant', () => {
  for (const seed of instances) {
    const input = seed % 3 ? madeUpRound(seed, tiny) : contested(seed);
    const codes = input.applicants.map((applicant) => applicant.code);
    const sets = new Definition(input).stableSets();
    const best = sets.filter((set) =>
      sets.every((other) => codes.every((code) => rankOf(set, code) <= rankOf(other, code))),
    );
    expect({ seed, best: best.length }).toEqual({ seed, best: 1 });
    const firstPass = solveRound(input).rows.map((row) => [row.code, row.pass === 1 ? row.postId : undefined]);
    expect({ seed, firstPass }).toEqual({ seed, firstPass: codes.map((code) => [code, best[0]?.get(code)?.postId]) });
  }
});

test('verifier and checker accept the best stable set, and call every other one not-best and nothing else', () => {
  let others = 0;
  for (const seed of instances) {
    const input = contested(seed);
    const solved = JSON.stringify(solveRound(input));
    for (const set of new Definition(input).stableSets()) {
      const { result, files } = publish(input, set);
      const expected = JSON.stringify(result) === solved ? [] : ['not-best'];
      others += expected.length;
      expect({ seed, verifier: verify(input, result).map(({ code }) => code) }).toEqual({ seed, verifier: expected });
      expect({ seed, checker: checkRound(files).violations.map(({ code }) => code) }).toEqual({
        seed,
        checker: expected,
      });
    }
  }
  expect(others).toBeGreaterThan(50);
});

test('the result does not depend on who asks first', () => {
  for (const seed of instances.slice(0, 60)) {
    const input = madeUpRound(seed, { applicants: 60, posts: 12, nodes: 9, choices: 6, classes: 3, seats: 3 });
    const round = readRound(freeze(input).files);
    const order = orderApplicants(round.applicants.score, drawLotteries(input.seed, round.applicants.codes));
    const inTurn = match(round, order);
    const turns = [...order.applicant];
    expect(match(round, order, turns)).toEqual(inTurn);
    expect(match(round, order, turns.toReversed())).toEqual(inTurn);
    expect(match(round, order, [...turns.keys()].reverse())).toEqual(inTurn);
  }
});
