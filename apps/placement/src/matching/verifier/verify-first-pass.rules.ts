import type { FrozenRound } from '../frozen-round.js';
import type { ClaimedPlacement } from './claimed-placement.rules.js';
import { type KeyOrder, nameOf, noKeys, type PlaceKeys, pathOf, type Standings } from './standings.rules.js';
import type { Violations } from './violations.js';

/**
 * Verifies by one scan of all edges that nobody was passed over, and then that the stable set is the applicants' best.
 * No proposal is ever made here: it is other work than that of the solver, and less.
 */
export function verifyFirstPass(
  round: FrozenRound,
  order: KeyOrder,
  claim: ClaimedPlacement,
  standings: Standings,
  violations: Violations,
): void {
  const stops = round.posts.ids.map((_, post) => pathOf(round, post).find((place) => standings.full[place]) ?? -1);
  const line = answerEveryEdge(round, order, claim, { standings, stops: Int32Array.from(stops), violations });
  if (violations.count === 0) verifyBest(round, order, claim, { standings, line, violations });
}

interface Scan {
  readonly standings: Standings;
  /** The innermost full place on the path of each post; -1 where there is room all the way. */
  readonly stops: Int32Array;
  readonly violations: Violations;
}

/**
 * Every edge above the one held needs a full place at which all have smaller keys. Answers who is first in the line
 * before each place: the smallest key among the edges it stops.
 */
function answerEveryEdge(round: FrozenRound, order: KeyOrder, claim: ClaimedPlacement, scan: Scan): PlaceKeys {
  const { edges, applicants } = round;
  const { standings, stops, violations } = scan;
  const { largest } = standings;
  const line = noKeys(standings.held.length);
  for (let applicant = 0; applicant < applicants.codes.length; applicant += 1) {
    const held = claim.edge[applicant] as number;
    const end = held >= 0 ? held : (edges.first[applicant + 1] as number);
    for (let edge = edges.first[applicant] as number; edge < end; edge += 1) {
      const stop = stops[edges.post[edge] as number] as number;
      const ofEdge = edges.class[edge] as number;
      const worst = stop < 0 ? -1 : (largest.applicant[stop] as number);
      if (stop < 0 || (worst >= 0 && order.compare(ofEdge, applicant, largest, stop) < 0)) {
        const sentence = passedOver(round, edge, stop, applicant, worst);
        violations.add('passed-over', `applicant ${applicants.codes[applicant]}`, sentence);
      } else if ((line.applicant[stop] as number) < 0 || order.compare(ofEdge, applicant, line, stop) < 0) {
        order.keep(ofEdge, applicant, line, stop);
      }
    }
  }
  return line;
}

function passedOver(round: FrozenRound, edge: number, stop: number, applicant: number, worst: number): string {
  const { codes } = round.applicants;
  const asks = `${codes[applicant]} prefers ${round.posts.ids[round.edges.post[edge] as number]}`;
  if (stop < 0) return `${asks}, which has room at every node`;
  return `${asks} and comes before ${codes[worst]}, who is held at ${nameOf(round, stop)}`;
}

/**
 * A stable set is the applicants' best exactly when no rotation is left in it. If the seat of somebody at post p became
 * free, the first to take it would be the smallest key among the lines of the full places above p; taking it, that
 * person would free their own seat, and so on. A cycle of such moves leads to another stable set that all of its
 * members prefer; and when the set is not the best, whoever differs from the best starts a chain that stays among those
 * who differ, so it must close. (For nested maxima: an edge in line can replace any edge below the place that stops it;
 * along a cycle of smallest keys these exchanges are possible together, and leave every edge outside answered.)
 */
function verifyBest(
  round: FrozenRound,
  order: KeyOrder,
  claim: ClaimedPlacement,
  { standings, line, violations }: { standings: Standings; line: PlaceKeys; violations: Violations },
): void {
  const takers = round.posts.ids.map((_, post) => {
    let taker = -1;
    for (const place of standings.held[post] ? pathOf(round, post) : []) {
      const first = standings.full[place] ? (line.applicant[place] as number) : -1;
      if (first < 0) continue;
      if (taker < 0 || order.compare(line.class[place] as number, first, line, taker) < 0) taker = place;
    }
    return taker < 0 ? -1 : (line.applicant[taker] as number);
  });
  const walkedFrom = new Int32Array(takers.length).fill(-1);
  for (let start = 0; start < takers.length; start += 1) {
    const walk: number[] = [];
    let post = start;
    while (post >= 0 && walkedFrom[post] === -1) {
      walkedFrom[post] = start;
      walk.push(post);
      const taker = takers[post] as number;
      const held = taker < 0 ? -1 : (claim.edge[taker] as number);
      post = held < 0 ? -1 : (round.edges.post[held] as number);
    }
    if (post < 0 || walkedFrom[post] !== start) continue;
    const moves = walk
      .slice(walk.indexOf(post))
      .map((to) => `${round.applicants.codes[takers[to] as number]} to ${round.posts.ids[to]}`);
    violations.add(
      'not-best',
      `post ${round.posts.ids[post]}`,
      `all would gain if these moved: ${moves.slice(0, 10).join(', ')}`,
    );
    return;
  }
}
