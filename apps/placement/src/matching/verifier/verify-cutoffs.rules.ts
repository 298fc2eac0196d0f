import type { FrozenRound, Lotteries } from '../frozen-round.js';
import { lotteryText } from '../lottery.js';
import type { CutoffRow } from '../round-result.js';
import type { Standings } from './standings.rules.js';
import type { Violations } from './violations.js';

/** Every post and node once, sorted, with the number held, whether that is all, and the largest key of the claimed placement. */
export function verifyCutoffs(
  round: FrozenRound,
  lotteries: Lotteries,
  standings: Standings,
  rows: readonly CutoffRow[],
  violations: Violations,
): void {
  const places = new Map(
    [...round.posts.ids.map((id) => `post:${id}`), ...round.nodes.ids].map((id, place) => [id, place]),
  );
  const seen = new Set<string>();
  let previous = '';
  for (const row of rows) {
    const place = places.get(row.nodeId);
    const where = `cut-off of ${row.nodeId}`;
    if (place === undefined) violations.add('unknown', where, `there is no node or post ${row.nodeId}`);
    else if (seen.has(row.nodeId)) violations.add('twice', where, `${row.nodeId} is there twice`);
    else {
      if (row.nodeId < previous) violations.add('format', where, `${row.nodeId} must come before ${previous}`);
      previous = row.nodeId;
      seen.add(row.nodeId);
      const right = rowText(cutoffAt(round, lotteries, standings, place));
      if (rowText(row) !== right) violations.add('cutoff', where, `says ${rowText(row)}; the result gives ${right}`);
    }
  }
  for (const id of places.keys()) {
    if (!seen.has(id)) violations.add('cutoff', `cut-off of ${id}`, `${id} is missing`);
  }
}

function cutoffAt(
  round: FrozenRound,
  lotteries: Lotteries,
  standings: Standings,
  place: number,
): Omit<CutoffRow, 'nodeId'> {
  const held = standings.held[place] as number;
  const full = standings.full[place] === 1;
  const applicant = standings.largest.applicant[place] as number;
  if (!full || applicant < 0) return { held, full, key: null };
  const key = {
    class: standings.largest.class[place] as number,
    score: round.applicants.score[applicant] as number,
    lottery: lotteryText(lotteries, applicant),
    code: round.applicants.codes[applicant] as string,
  };
  return { held, full, key };
}

function rowText({ held, full, key }: Omit<CutoffRow, 'nodeId'>): string {
  const last = key ? `, largest key ${key.class},${key.score},${key.lottery},${key.code}` : '';
  return `${held} held, ${full ? 'full' : 'not full'}${last}`;
}
