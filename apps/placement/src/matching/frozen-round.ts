/**
 * A round in typed arrays: everything is a number that indexes its sorted list of ids. Only `readRound` makes one, so
 * whoever holds one may rely on every rule of the published format.
 */
export interface FrozenRound {
  readonly nodes: {
    readonly ids: readonly string[];
    /** -1 for a root. */
    readonly parent: Int32Array;
    /** Infinity for no maximum. */
    readonly max: Float64Array;
    /** Every node, each after its parent. */
    readonly parentsFirst: Int32Array;
  };
  readonly posts: {
    readonly ids: readonly string[];
    readonly node: Int32Array;
    readonly capacity: Float64Array;
    /** Index into `specials`; -1 when the post takes no part in the second pass. */
    readonly special: Int32Array;
  };
  /** The specials of reassignable posts, sorted. */
  readonly specials: readonly string[];
  readonly applicants: {
    readonly codes: readonly string[];
    readonly score: Float64Array;
    readonly reassign: Uint8Array;
  };
  /** Preferences of applicant `a` are the edges `first[a]` to before `first[a + 1]`, in the order of their ranks. */
  readonly edges: {
    readonly first: Uint32Array;
    readonly post: Uint32Array;
    readonly class: Float64Array;
  };
  readonly traits: {
    /** Which row of classes an applicant has; -1 for one who does not accept reassignment. */
    readonly row: Int32Array;
    /** `class[row * specials.length + special]`. */
    readonly class: Float64Array;
  };
}

/** Who got what, by index. Without a post: post -1, pass 0, rank 0. */
export interface Placement {
  readonly post: Int32Array;
  readonly pass: Uint8Array;
  readonly rank: Uint32Array;
}

/** Lottery numbers of 64 bits by applicant, as two halves. */
export interface Lotteries {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** After the first pass, for each post and then for each node. */
export interface Cutoffs {
  readonly held: Float64Array;
  readonly full: Uint8Array;
  /** Class and applicant of the largest key held; applicant -1 when nobody is held. */
  readonly class: Float64Array;
  readonly applicant: Int32Array;
}
