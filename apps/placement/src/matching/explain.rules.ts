import { lotteryOf } from './lottery.js';
import type { QuotaNode, RoundInput, RoundPost } from './round-input.js';
import type { CutoffRow, EdgeKey, RoundResult } from './round-result.js';

/** Where an edge was stopped: the innermost full post or node on its path. */
export interface Stop {
  readonly kind: 'post' | 'node';
  /** The post's or the node's id, without `post:`. */
  readonly id: string;
  readonly max: number;
  readonly held: number;
  /** The largest key that was let in; null when the maximum is 0 and nobody could be. */
  readonly cutoff: EdgeKey | null;
  /** The first part of the key that decided; `closed` when the maximum is 0. */
  readonly decidedBy: 'class' | 'score' | 'lottery' | 'code' | 'closed';
  /** How far the own key is behind the cut-off: classes, and hundredths of a point (below 0 when ahead in score). */
  readonly classGap: number;
  readonly scoreGap: number;
}

export interface ExplainedChoice {
  readonly rank: number;
  readonly postId: string;
  readonly key: EdgeKey;
  /** `not-needed`: ranked below the post that is held. */
  readonly outcome: 'held' | 'stopped' | 'not-needed';
  readonly stop: Stop | null;
}

/** Why an applicant got what they got, as data; the words are for whoever shows it. */
export interface Explanation {
  readonly code: string;
  readonly held: { readonly postId: string; readonly pass: 1 | 2; readonly rank: number | null } | null;
  readonly choices: readonly ExplainedChoice[];
  /** Of the choices that were stopped, the one where least was missing; null when there is none, or all were closed. */
  readonly nearestMiss: ExplainedChoice | null;
  readonly reassignment: 'not-needed' | 'declined' | 'placed' | 'no-room';
}

/**
 * Explains one applicant from the published tables alone: own keys against cut-offs. `input` and `result` may be the
 * whole round, or hold of applicants, preferences and result rows only those of `code`; the forest and the cut-offs
 * are needed whole. Throws when the code is not in them, or when the result is not a stable one.
 */
export function explain(input: Omit<RoundInput, 'traits'>, result: RoundResult, code: string): Explanation {
  const lottery = lotteryOf(input.seed, code);
  const applicant = input.applicants.find((each) => each.code === code);
  const row = result.rows.find((each) => each.code === code);
  if (!applicant || !row) throw new Error(`applicant ${code} is not in the round`);
  const forest = new Forest(input.nodes, input.posts, result.cutoffs);
  const heldRank = row.pass === 1 && row.rank !== null ? row.rank : Number.POSITIVE_INFINITY;

  const choices = input.preferences
    .filter((preference) => preference.code === code)
    .sort((left, right) => left.rank - right.rank)
    .map(({ rank, postId, class: ofPost }): ExplainedChoice => {
      const choice = { rank, postId, key: { class: ofPost, score: applicant.score, lottery, code } };
      if (rank > heldRank) return { ...choice, outcome: 'not-needed', stop: null };
      if (rank === heldRank) return { ...choice, outcome: 'held', stop: null };
      return { ...choice, outcome: 'stopped', stop: forest.stopOf(postId, choice.key) };
    });
  return {
    code,
    held: row.postId === null || row.pass === null ? null : { postId: row.postId, pass: row.pass, rank: row.rank },
    choices,
    nearestMiss: nearestOf(choices),
    reassignment:
      row.pass === 1
        ? 'not-needed'
        : row.pass === 2
          ? 'placed'
          : applicant.acceptsReassignment
            ? 'no-room'
            : 'declined',
  };
}

class Forest {
  private readonly nodes: ReadonlyMap<string, QuotaNode>;
  private readonly posts: ReadonlyMap<string, RoundPost>;
  private readonly cutoffs: ReadonlyMap<string, CutoffRow>;

  constructor(nodes: readonly QuotaNode[], posts: readonly RoundPost[], cutoffs: readonly CutoffRow[]) {
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    this.posts = new Map(posts.map((post) => [post.postId, post]));
    this.cutoffs = new Map(cutoffs.map((cutoff) => [cutoff.nodeId, cutoff]));
  }

  stopOf(postId: string, key: EdgeKey): Stop {
    const post = this.posts.get(postId);
    if (!post) throw new Error(`post ${postId} is not in the round`);
    const own = this.cutoffs.get(`post:${postId}`);
    if (own?.full) return stopAt({ kind: 'post', id: postId, max: post.capacity }, own, key);
    const seen = new Set<string>();
    for (
      let node = this.nodes.get(post.nodeId);
      node && !seen.has(node.nodeId);
      node = this.nodes.get(node.parentId ?? '')
    ) {
      seen.add(node.nodeId);
      const cutoff = this.cutoffs.get(node.nodeId);
      if (cutoff?.full && node.max !== null)
        return stopAt({ kind: 'node', id: node.nodeId, max: node.max }, cutoff, key);
    }
    throw new Error(`nothing stopped ${key.code} at ${postId}: the result is not a stable one`);
  }
}

function stopAt(place: Pick<Stop, 'kind' | 'id' | 'max'>, { held, key: cutoff }: CutoffRow, key: EdgeKey): Stop {
  if (!cutoff) return { ...place, held, cutoff, decidedBy: 'closed', classGap: 0, scoreGap: 0 };
  const decidedBy = firstDifference(key, cutoff);
  const gaps = { classGap: key.class - cutoff.class, scoreGap: cutoff.score - key.score };
  if (!isBehind(key, cutoff)) {
    throw new Error(
      `${key.code} comes before the cut-off of ${place.kind} ${place.id}: the result is not a stable one`,
    );
  }
  return { ...place, held, cutoff, decidedBy, ...gaps };
}

function firstDifference(key: EdgeKey, cutoff: EdgeKey): Exclude<Stop['decidedBy'], 'closed'> {
  if (key.class !== cutoff.class) return 'class';
  if (key.score !== cutoff.score) return 'score';
  return key.lottery !== cutoff.lottery ? 'lottery' : 'code';
}

function isBehind(key: EdgeKey, cutoff: EdgeKey): boolean {
  switch (firstDifference(key, cutoff)) {
    case 'class':
      return key.class > cutoff.class;
    case 'score':
      return key.score < cutoff.score;
    case 'lottery':
      return BigInt(key.lottery) > BigInt(cutoff.lottery);
    case 'code':
      return key.code > cutoff.code;
  }
}

/** Least behind in class, then in score; of equals, the one ranked higher. */
function nearestOf(choices: readonly ExplainedChoice[]): ExplainedChoice | null {
  let nearest: (ExplainedChoice & { stop: Stop }) | null = null;
  for (const choice of choices) {
    const { stop } = choice;
    if (!stop || stop.decidedBy === 'closed') continue;
    const nearer =
      !nearest ||
      stop.classGap < nearest.stop.classGap ||
      (stop.classGap === nearest.stop.classGap && stop.scoreGap < nearest.stop.scoreGap);
    if (nearer) nearest = { ...choice, stop };
  }
  return nearest;
}
