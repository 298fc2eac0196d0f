#!/usr/bin/env node
// Checks a published placement round (format xibu-round/1):   node check-round.mjs DIR
//
// One file, nothing but Node (20.12 or later), and no line in common with the program that made the round.
// Exit 0: the first line is "ok" with counts. Exit 1: one line per violation, code<TAB>where<TAB>sentence, the first
// hundred. Exit 2: the files cannot be read. Version and digests follow "ok"; after violations they go to stderr.
//
// It makes no proposals and runs no rounds. With the seats of the published result it counts what is full, looks at
// every edge once (passed-over), and then asks whether the stable set it has seen is the applicants' best (not-best):
// see `checkBest` for why that needs no second computation.
import { createHash, hash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const version = '1.0.0';
const FORMAT = 'xibu-round/1';
const COLUMNS = {
  'nodes.csv': ['node_id', 'parent_id', 'max'],
  'posts.csv': ['post_id', 'node_id', 'special', 'capacity', 'reassignable'],
  'applicants.csv': ['code', 'score', 'reassign'],
  'preferences.csv': ['code', 'rank', 'post_id', 'class'],
  'traits.csv': ['code', 'special', 'class'],
  'result.csv': ['code', 'post_id', 'pass', 'rank'],
  'cutoffs.csv': ['node_id', 'held', 'full', 'class', 'score', 'lottery', 'code'],
};
const TABLES = Object.keys(COLUMNS);
const KEYS = ['format', 'season', 'round', 'rulebook', 'seedCommitment', 'seed', 'inputDigest', 'resultDigest'];

// The 64 letters of an id, as numbers of six bits; 64 for any other byte.
const SIX_BITS = new Uint8Array(256).fill(64);
[...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'].forEach((c, i) => { SIX_BITS[c.charCodeAt(0)] = i; });

class Problem {
  constructor(code, where, sentence) { Object.assign(this, { code, where, sentence }); }
}

/** Walks the rows of a table; field c of the current row is the bytes from start[c] to before start[c + 1] - 1. */
class Table {
  constructor(files, name) {
    this.name = name;
    this.bytes = files[name];
    this.columns = COLUMNS[name];
    this.start = new Uint32Array(this.columns.length + 1);
    this.line = 1;
    const header = `${this.columns.join(',')}\n`;
    this.position = header.length;
    if (this.bytes.toString('latin1', 0, header.length) !== header) this.fail(0, 'the header is not as it must be');
    if (this.bytes[this.bytes.length - 1] !== 10) throw new Problem('format', name, 'the file does not end with a line feed');
  }
  where(c) { return `${this.name}:${this.line}:${this.columns[c]}`; }
  fail(c, sentence, code = 'format') { throw new Problem(code, this.where(c), sentence); }
  next() {
    const { bytes, start } = this;
    const width = this.columns.length;
    if (this.position === bytes.length) return false;
    let at = this.position, field = 0;
    this.line++;
    start[0] = at;
    for (;;) {
      const byte = bytes[at++];
      if (byte === 10) break;
      if (byte !== 44) continue;
      if (++field === width) this.fail(width - 1, 'the row has too many fields');
      start[field] = at;
    }
    if (field + 1 < width) this.fail(field, 'the row has too few fields');
    start[width] = this.position = at;
    return true;
  }
  empty(c) { return this.start[c + 1] - 1 === this.start[c]; }
  text(c) { return this.bytes.toString('latin1', this.start[c], this.start[c + 1] - 1); }
  id(c) {
    const to = this.start[c + 1] - 1;
    for (let at = this.start[c]; at < to; at++) if (SIX_BITS[this.bytes[at]] === 64) this.fail(c, 'this is not an id');
    if (this.empty(c) || to - this.start[c] > 40) this.fail(c, 'an id has 1 to 40 letters');
    return this.text(c);
  }
  number(c) {
    const { bytes } = this;
    const from = this.start[c], to = this.start[c + 1] - 1;
    let value = 0;
    for (let at = from; at < to; at++) {
      if (bytes[at] < 48 || bytes[at] > 57) this.fail(c, 'this is not a number');
      value = value * 10 + bytes[at] - 48;
    }
    if (to === from || (to - from > 1 && bytes[from] === 48)) this.fail(c, 'a number is missing or begins with 0');
    if (value > Number.MAX_SAFE_INTEGER) this.fail(c, 'this number is too large');
    return value;
  }
  flag(c) {
    const value = this.number(c);
    return value < 2 ? value : this.fail(c, 'this must be 0 or 1');
  }
  /** Below, at or above 0: how field c compares with some other bytes. */
  compare(c, other, from, to) {
    const { bytes } = this;
    const end = this.start[c + 1] - 1;
    let at = this.start[c];
    for (; at < end && from < to; at++, from++) if (bytes[at] !== other[from]) return bytes[at] - other[from];
    return end - at - (to - from);
  }
  after(c, previous, current) {
    if (current === previous) this.fail(c, `${current} is there twice`, 'twice');
    if (current < previous) this.fail(c, `${current} must come before ${previous}`);
  }
}

/** Finds an id among sorted ones letter by letter; a branch with one id left is that id, checked to its end. */
class Dictionary {
  constructor(ids) {
    Object.assign(this, { ids, branch: [], ends: [] });
    if (ids.length) this.grow(0, ids.length, 0);
    this.branch = Int32Array.from(this.branch);
  }
  grow(from, to, depth) {
    const node = this.ends.length;
    this.ends.push(this.ids[from].length === depth ? from++ : -1);
    for (let i = 0; i < 64; i++) this.branch.push(0);
    for (let next = from; from < to; from = next) {
      const letter = this.ids[from].charCodeAt(depth);
      while (next < to && this.ids[next].charCodeAt(depth) === letter) next++;
      this.branch[node * 64 + SIX_BITS[letter]] = next - from === 1 ? ~from : this.grow(from, next, depth + 1);
    }
    return node;
  }
  find(table, c) {
    const { bytes, start } = table;
    const end = start[c + 1] - 1;
    let node = 0;
    if (!this.ids.length) return -1;
    for (let at = start[c]; at < end; at++) {
      const letter = SIX_BITS[bytes[at]];
      node = letter === 64 ? 0 : this.branch[node * 64 + letter];
      if (node === 0) return -1;
      if (node > 0) continue;
      const id = this.ids[~node], from = start[c];
      if (end - from !== id.length) return -1;
      while (++at < end) if (bytes[at] !== id.charCodeAt(at - from)) return -1;
      return ~node;
    }
    return this.ends[node];
  }
}

/** Posts and nodes are both places: nodes first, then posts; `up` leads from a place to the one it hangs on. */
function readPlaces(files) {
  const nodes = [], parents = [], max = [];
  for (const t = new Table(files, 'nodes.csv'); t.next();) {
    t.after(0, nodes.at(-1) ?? '', t.id(0));
    nodes.push(t.text(0));
    parents.push(t.empty(1) ? null : t.id(1));
    max.push(t.empty(2) ? Infinity : t.number(2));
  }
  const index = new Map(nodes.map((id, k) => [id, k]));
  const up = parents.map((id, k) => {
    if (id !== null && !index.has(id)) throw new Problem('unknown', `nodes.csv:${k + 2}:parent_id`, `there is no node ${id}`);
    return id === null ? -1 : index.get(id);
  });
  const safe = new Uint8Array(nodes.length);
  up.forEach((_, k) => {
    const walk = new Set();
    for (let n = k; n >= 0 && !safe[n]; n = up[n]) {
      if (walk.has(n)) throw new Problem('format', `nodes.csv:${n + 2}:parent_id`, `node ${nodes[n]} is its own ancestor`);
      walk.add(n);
    }
    for (const n of walk) safe[n] = 1;
  });
  const posts = [], specialOf = [];
  for (const t = new Table(files, 'posts.csv'); t.next();) {
    t.after(0, posts.at(-1) ?? '', t.id(0));
    posts.push(t.text(0));
    const node = index.get(t.id(1));
    if (node === undefined) t.fail(1, `there is no node ${t.text(1)}`, 'unknown');
    up.push(node);
    const special = t.id(2);
    max.push(t.number(3));
    specialOf.push(t.flag(4) ? special : null);
  }
  const specials = [...new Set(specialOf)].filter((s) => s !== null).sort();
  return { nodes, posts, specials, up: Int32Array.from(up), max: Float64Array.from(max), base: nodes.length,
    special: Int32Array.from(specialOf, (s) => (s === null ? -1 : specials.indexOf(s))) };
}

/** Codes stay where they are in the bytes of the file. */
function readApplicants(files) {
  const t = new Table(files, 'applicants.csv');
  const from = [], to = [], score = [], reassign = [];
  for (let n = 0; t.next(); n++) {
    t.id(0);
    const order = n ? t.compare(0, t.bytes, from[n - 1], to[n - 1]) : 1;
    if (order <= 0) t.fail(0, order ? 'codes are not in order' : 'this code is there twice', order ? 'format' : 'twice');
    from.push(t.start[0]);
    to.push(t.start[1] - 1);
    score.push(t.number(1));
    reassign.push(t.flag(2));
  }
  const code = (a) => t.bytes.toString('latin1', from[a], to[a]);
  return { n: from.length, bytes: t.bytes, from: Uint32Array.from(from), to: Uint32Array.from(to), code,
    score: Float64Array.from(score), reassign: Uint8Array.from(reassign) };
}

/** The applicant whose code is field 0 of the current row, or -1; most often it is the one who is due. */
function findApplicant(people, table, due = 0) {
  const order = (a) => (a < people.n ? table.compare(0, people.bytes, people.from[a], people.to[a]) : -1);
  if (order(due) === 0) return due;
  let low = 0, high = people.n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(middle) > 0) low = middle + 1;
    else high = middle;
  }
  return order(low) === 0 ? low : -1;
}

function countRows(bytes) {
  let rows = -1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++;
  return rows;
}

/** The edges of applicant a are first[a] to before first[a + 1]. */
function readPreferences(files, places, people) {
  const t = new Table(files, 'preferences.csv');
  const size = countRows(t.bytes);
  const post = new Uint32Array(size), cls = new Float64Array(size), first = new Uint32Array(people.n + 1);
  const posts = new Dictionary(places.posts);
  const lastAsked = new Int32Array(places.posts.length).fill(-1);
  let a = -1;
  for (let e = 0; t.next(); e++) {
    const order = a < 0 ? 1 : t.compare(0, people.bytes, people.from[a], people.to[a]);
    if (order < 0) t.fail(0, 'codes are not in order');
    if (order > 0) {
      const found = findApplicant(people, t, a + 1);
      if (found < 0) t.fail(0, `there is no applicant ${t.id(0)}`, 'unknown');
      while (a < found) first[++a] = e;
    }
    const rank = t.number(1), due = e - first[a] + 1;
    if (rank !== due) t.fail(1, `rank ${due} comes next`, due > 1 && rank === due - 1 ? 'twice' : 'format');
    const p = posts.find(t, 2);
    if (p < 0) t.fail(2, `there is no post ${t.id(2)}`, 'unknown');
    if (lastAsked[p] === a) t.fail(2, 'this post is ranked twice', 'twice');
    lastAsked[p] = a;
    post[e] = p;
    cls[e] = t.number(3);
  }
  while (a < people.n) first[++a] = size;
  return { post, cls, first };
}

/** Classes in the second pass: those of applicant a begin at row[a]. */
function readTraits(files, { specials }, people) {
  const t = new Table(files, 'traits.csv');
  const names = specials.map((s) => Buffer.from(s));
  const row = new Int32Array(people.n), cls = [];
  for (let a = 0; a < people.n; a++) {
    row[a] = cls.length;
    for (let s = 0; people.reassign[a] && s < specials.length; s++) {
      const due = `the row of ${people.code(a)} and ${specials[s]} comes next`;
      if (!t.next()) throw new Problem('format', `${t.name}:${t.line + 1}:code`, `${due}, and the file ends`);
      if (t.compare(0, people.bytes, people.from[a], people.to[a]) || t.compare(1, names[s], 0, names[s].length)) {
        t.id(0);
        t.id(1);
        t.fail(0, due, findApplicant(people, t) < 0 ? 'unknown' : 'format');
      }
      cls.push(t.number(2));
    }
  }
  if (t.next()) t.fail(0, 'this row is one too many', findApplicant(people, t) < 0 ? 'unknown' : 'format');
  return { row, cls: Float64Array.from(cls) };
}

/** Lottery numbers, the first 64 bits of SHA-256 of `seed:code` as two halves; each is drawn when it is first asked for. */
class Lottery {
  constructor(seed, people) {
    const { n } = people;
    Object.assign(this, { seed, people, high: new Uint32Array(n), low: new Uint32Array(n), drawn: new Uint8Array(n) });
  }
  draw(a) {
    if (this.drawn[a]) return;
    const bits = hash('sha256', `${this.seed}:${this.people.code(a)}`, 'binary');
    for (let i = 0; i < 4; i++) {
      this.high[a] = (this.high[a] << 8) | bits.charCodeAt(i);
      this.low[a] = (this.low[a] << 8) | bits.charCodeAt(i + 4);
    }
    this.drawn[a] = 1;
  }
  /** Below 0 when applicant a comes before b by lottery, or by code if even that is equal. */
  compare(a, b) {
    this.draw(a);
    this.draw(b);
    return this.high[a] - this.high[b] || this.low[a] - this.low[b] || a - b;
  }
  number(a) {
    this.draw(a);
    return (BigInt(this.high[a]) << 32n) + BigInt(this.low[a]);
  }
}

/** One edge for each place, its class and score at hand: nearly every comparison of keys ends with them. */
class Chosen {
  constructor(size, lottery) {
    Object.assign(this, { lottery, cls: new Float64Array(size), score: new Float64Array(size), who: new Int32Array(size).fill(-1) });
  }
  set(x, cls, score, a) {
    this.cls[x] = cls;
    this.score[x] = score;
    this.who[x] = a;
  }
  /** Below 0 when a key is smaller than that of the edge chosen at place x. */
  compare(cls, score, a, x) {
    return cls - this.cls[x] || this.score[x] - score || this.lottery.compare(a, this.who[x]);
  }
}

/** What the result says, by applicant: the edge held in pass 1 and the post of pass 2, -1 for none. */
function readResult(files, { places, people, edges }, report) {
  const t = new Table(files, 'result.csv');
  const posts = new Dictionary(places.posts);
  const edge = new Int32Array(people.n).fill(-1), second = edge.slice(), seen = new Uint8Array(people.n);
  for (let due = 0; t.next();) {
    const a = findApplicant(people, t, due);
    if (a < 0 || seen[a]) {
      if (a < 0) report('unknown', t.where(0), `there is no applicant ${t.id(0)}`);
      else report('twice', t.where(0), `${people.code(a)} is there twice`);
      continue;
    }
    if (a < due) report('format', t.where(0), `${people.code(a)} is not in the order of codes`);
    seen[a] = 1;
    due = a + 1;
    if (t.empty(1)) {
      if (!t.empty(2) || !t.empty(3)) report('format', t.where(2), 'without a post, pass and rank must be empty');
      continue;
    }
    const p = posts.find(t, 1);
    if (p < 0) { report('unknown', t.where(1), `there is no post ${t.id(1)}`); continue; }
    const pass = t.empty(2) ? 0 : t.number(2);
    if (pass === 2) {
      if (!t.empty(3)) report('format', t.where(3), 'in pass 2 the rank must be empty');
      second[a] = p;
    } else if (pass !== 1) report('format', t.where(2), 'the pass must be 1 or 2');
    else {
      const rank = t.empty(3) ? 0 : t.number(3);
      let e = edges.first[a];
      while (e < edges.first[a + 1] && edges.post[e] !== p) e++;
      const ranked = e < edges.first[a + 1];
      if (ranked) edge[a] = e;
      const truth = ranked ? `as number ${e - edges.first[a] + 1}` : 'not at all';
      if (!ranked || rank !== e - edges.first[a] + 1) report('ineligible', t.where(3), `${people.code(a)} ranked ${places.posts[p]} ${truth}`);
    }
  }
  for (let a = 0; a < people.n; a++) if (!seen[a]) report('format', 'result.csv', `${people.code(a)} is missing`);
  return { edge, second };
}

/** How each place stands after pass 1: how many it holds, whether it is full, and who holds the largest key there. */
class Standing {
  constructor(round, lottery, claim) {
    Object.assign(this, { ...round, lottery, claim });
    const { places: { up, max, base }, people, edges } = round;
    this.held = new Float64Array(max.length);
    this.worst = new Chosen(max.length, lottery);
    for (let a = 0; a < people.n; a++) {
      const e = claim.edge[a];
      for (let x = e < 0 ? -1 : base + edges.post[e]; x >= 0; x = up[x]) {
        const isFirst = this.held[x]++ === 0;
        if (isFirst || this.worst.compare(edges.cls[e], people.score[a], a, x) > 0) this.worst.set(x, edges.cls[e], people.score[a], a);
      }
    }
    this.full = Uint8Array.from(max, (limit, x) => (this.held[x] >= limit ? 1 : 0));
  }
  name(x) {
    const { nodes, posts, base } = this.places;
    return x < base ? `node ${nodes[x]}` : `post ${posts[x - base]}`;
  }
}

/** Nobody above a maximum, both passes together. */
function checkMaxima(standing, report) {
  const { up, max, base } = standing.places;
  const held = standing.held.slice();
  for (const p of standing.claim.second) for (let x = p < 0 ? -1 : base + p; x >= 0; x = up[x]) held[x]++;
  held.forEach((count, x) => {
    if (count > max[x]) report(x < base ? 'quota' : 'capacity', standing.name(x), `${count} are held and the maximum is ${max[x]}`);
  });
}

/**
 * Every edge that its applicant prefers to what they hold must meet a full place whose held keys are all smaller.
 * Answers who is first in line at each place: the smallest key among the edges that it stops, if it stops any.
 */
function checkPassedOver(standing, report) {
  const { places, people, edges, claim, full, worst } = standing;
  const { up, base } = places;
  const stopAt = places.posts.map((_, p) => {
    let x = base + p;
    while (x >= 0 && !full[x]) x = up[x];
    return x;
  });
  const stops = Int32Array.from(stopAt), line = new Chosen(up.length, standing.lottery);
  for (let a = 0; a < people.n; a++) {
    const end = claim.edge[a] < 0 ? edges.first[a + 1] : claim.edge[a];
    const score = people.score[a];
    for (let e = edges.first[a]; e < end; e++) {
      const x = stops[edges.post[e]], cls = edges.cls[e];
      if (x < 0 || (worst.who[x] >= 0 && worst.compare(cls, score, a, x) < 0)) {
        const better = x < 0 ? 'which has room' : `and comes before ${people.code(worst.who[x])}, held at ${standing.name(x)}`;
        report('passed-over', `applicant ${people.code(a)}`, `prefers ${places.posts[edges.post[e]]}, ${better}`);
      } else if (line.who[x] < 0 || line.compare(cls, score, a, x) < 0) line.set(x, cls, score, a);
    }
  }
  return line;
}

/**
 * Is the stable set M the applicants' best? Suppose the edge m in M at post p were given up. The edges that could take
 * its place are those stopped at a full place on the path of p; let f(p) be the one with the smallest key, asked by
 * b(p). If b(p) takes it, the edge that b(p) holds is given up in turn, and so on from post to post.
 *
 * A cycle of such moves gives a better stable set. The exchanges are possible together: order the cycle by f; an edge
 * could be exchanged for its own f or for a later one only, so the pairing is unique, and with nested maxima that keeps
 * every maximum. Nothing is left unanswered: an edge outside was stopped by smaller keys, and each of these that goes
 * is replaced by one that is smaller still than the edge outside.
 *
 * If M is not the best set B, there is a cycle. M and B place the same applicants and fill the same maxima, and whoever
 * differs prefers B. Let m in M not be in B. Some edge of B not in M can take its place, so f exists. Were its
 * applicant b one who does not differ, f would be an edge outside B that b prefers, answered in B by smaller keys; but
 * all edges of B smaller than f are in M without m, or cannot take the place of m; so f could not either. Hence b
 * differs too, the chain of moves never ends, and so it closes.
 */
function checkBest(standing, line, report) {
  const { places, people, edges, claim, held, full } = standing;
  const { up, base } = places;
  const taker = places.posts.map((_, p) => {
    let best = -1;
    for (let x = held[base + p] ? base + p : -1; x >= 0; x = up[x]) {
      if (full[x] && line.who[x] >= 0 && (best < 0 || line.compare(line.cls[x], line.score[x], line.who[x], best) < 0)) best = x;
    }
    return best < 0 ? -1 : line.who[best];
  });
  const walked = new Int32Array(taker.length).fill(-1);
  for (let start = 0; start < taker.length; start++) {
    let p = start;
    while (p >= 0 && walked[p] < 0) {
      walked[p] = start;
      const given = taker[p] < 0 ? -1 : claim.edge[taker[p]];
      p = given < 0 ? -1 : edges.post[given];
    }
    if (p < 0 || walked[p] !== start) continue;
    const movers = [];
    let q = p;
    do {
      movers.push(`${people.code(taker[q])} to ${places.posts[q]}`);
      q = edges.post[claim.edge[taker[q]]];
    } while (q !== p);
    report('not-best', `post ${places.posts[p]}`, `all would gain if these moved: ${movers.slice(0, 10).join(', ')}`);
    return;
  }
}

/** Posts of one special in blocks of 64, each block knowing its most seats. */
class Blocks {
  constructor(posts, seats) {
    Object.assign(this, { posts, seats: Float64Array.from(posts, seats), at: new Map(posts.map((p, i) => [p, i])) });
    this.top = new Float64Array(Math.ceil(posts.length / 64));
    for (let b = 0; b < this.top.length; b++) this.refresh(b);
  }
  refresh(b) { this.top[b] = this.seats.subarray(b * 64, b * 64 + 64).reduce((most, s) => (s > most ? s : most), 0); }
  put(post, seats) {
    this.seats[this.at.get(post)] = seats;
    this.refresh(this.at.get(post) >> 6);
  }
  /** The post with the most seats, the first of equals; -1 when there are none. */
  fullest() {
    let best = 0;
    for (let b = 1; b < this.top.length; b++) if (this.top[b] > this.top[best]) best = b;
    return this.top[best] > 0 ? this.posts[best * 64 + this.seats.subarray(best * 64, best * 64 + 64).indexOf(this.top[best])] : -1;
  }
}

/** What the first pass left, and what of it an applicant of the second pass is due. */
class Leftover {
  constructor(standing, traits) {
    const { places, edges, held } = standing;
    Object.assign(this, { places, edges, traits, room: places.max.map((limit, x) => limit - held[x]) });
    const { special, specials } = places;
    this.groups = specials.map((_, s) => new Blocks([...special.keys()].filter((p) => special[p] === s), (p) => this.seats(p)));
  }
  /** Seats left at a post; 0 when a node above has no room. */
  seats(p) {
    const { up, base } = this.places;
    for (let x = up[base + p]; x >= 0; x = up[x]) if (this.room[x] <= 0) return 0;
    return Math.max(0, this.room[base + p]);
  }
  fullest(s) {
    for (;;) {
      const p = this.groups[s].fullest();
      if (p < 0 || this.seats(p) > 0) return p;
      this.groups[s].put(p, 0); // room never comes back
    }
  }
  get any() { return this.groups.some((_, s) => this.fullest(s) >= 0); }
  dueTo(a) {
    const { places: { base, special }, edges, traits, room, groups } = this;
    const asked = [...edges.post.subarray(edges.first[a], edges.first[a + 1])].filter((p) => special[p] >= 0);
    for (const p of asked) groups[special[p]].put(p, 0);
    let best = -1, bestClass = Infinity;
    for (let s = 0; s < groups.length; s++) {
      const cls = traits.cls[traits.row[a] + s];
      const p = cls > bestClass ? -1 : this.fullest(s);
      if (p < 0) continue;
      const ahead = best < 0 || cls < bestClass || room[base + p] > room[base + best];
      if (ahead || (room[base + p] === room[base + best] && p < best)) [best, bestClass] = [p, cls];
    }
    for (const p of asked) groups[special[p]].put(p, this.seats(p));
    return best;
  }
  take(p) {
    const { up, base, special } = this.places;
    for (let x = base + p; x >= 0; x = up[x]) this.room[x]--;
    if (special[p] >= 0) this.groups[special[p]].put(p, this.seats(p));
  }
}

/** Goes through the second pass in its order, taking each claimed seat, and says who should have got another one. */
function checkReassignment(standing, traits, report) {
  const { places, people, claim } = standing;
  const leftover = new Leftover(standing, traits);
  const name = (p) => (p < 0 ? 'no post' : places.posts[p]);
  const queue = [];
  for (let a = 0; a < people.n; a++) {
    if (claim.edge[a] < 0 && people.reassign[a]) queue.push(a);
    else if (claim.second[a] >= 0) report('reassignment', `applicant ${people.code(a)}`, 'takes no part in the second pass');
  }
  let open = leftover.any;
  if (!open && queue.every((a) => claim.second[a] < 0)) return;
  queue.sort((a, b) => people.score[b] - people.score[a] || standing.lottery.compare(a, b));
  for (const a of queue) {
    const due = open ? leftover.dueTo(a) : -1, got = claim.second[a];
    if (due < 0 && open) open = leftover.any;
    if (due !== got) report('reassignment', `applicant ${people.code(a)}`, `got ${name(got)}; in turn it is ${name(due)}`);
    if (got >= 0) leftover.take(got);
  }
}

function checkCutoffs(files, standing, report) {
  const { places, people, held, full, worst, lottery } = standing;
  const rows = new Map();
  for (let x = 0; x < held.length; x++) {
    const w = full[x] ? worst.who[x] : -1;
    const key = w < 0 ? ',,,' : `${worst.cls[x]},${worst.score[x]},${lottery.number(w)},${people.code(w)}`;
    rows.set(x < places.base ? places.nodes[x] : `post:${places.posts[x - places.base]}`, `${held[x]},${full[x]},${key}`);
  }
  const seen = new Set();
  let previous = '';
  for (const t = new Table(files, 'cutoffs.csv'); t.next();) {
    const name = t.text(0);
    const rest = t.bytes.toString('latin1', t.start[1], t.position - 1);
    if (!rows.has(name) || seen.has(name)) {
      if (!rows.has(name)) report('unknown', t.where(0), `there is no node or post ${name}`);
      else report('twice', t.where(0), `${name} is there twice`);
      continue;
    }
    seen.add(name);
    if (name < previous) report('format', t.where(0), `${name} must come before ${previous}`);
    previous = name;
    if (rest === rows.get(name)) continue;
    if (!/^\d+,[01],(,,,|\d+,\d+,\d+,[\w-]+)$/.test(rest)) report('format', t.where(1), `${rest} is no cut-off`);
    else report('cutoff', t.where(1), `${name} has ${rest}, it should be ${rows.get(name)}`);
  }
  for (const name of rows.keys()) if (!seen.has(name)) report('cutoff', 'cutoffs.csv', `${name} is missing`);
}

function digest(files, names) {
  const sum = createHash('sha256');
  for (const name of names) sum.update(`${name}\n${files[name].length}\n`).update(files[name]);
  return sum.digest('hex');
}

/** Format, digests and seed. Answers whether the seed can be used. */
function checkHeader(files, digests, report) {
  const fail = (key, code, sentence) => report(code, `round.json:${KEYS.indexOf(key) + 2}:${key}`, sentence);
  let header;
  try {
    header = JSON.parse(files['round.json'].toString('utf8'));
  } catch {
    header = null;
  }
  if (header === null || typeof header !== 'object' || KEYS.some((key) => typeof header[key] !== 'string')) {
    report('format', 'round.json:1', 'this is not a JSON object with the eight texts of a round');
    return null;
  }
  const canonical = `${JSON.stringify(Object.fromEntries(KEYS.map((key) => [key, header[key]])), null, 2)}\n`;
  if (!Buffer.from(canonical).equals(files['round.json'])) report('format', 'round.json:1', 'keys, order or spaces are not as they must be');
  if (header.format !== FORMAT) fail('format', 'format', `the format must be ${FORMAT}`);
  for (const key of ['inputDigest', 'resultDigest']) {
    if (header[key] !== digests[key]) fail(key, 'digest', `the files have ${digests[key]}`);
  }
  const commitment = createHash('sha256').update(header.seed).digest('hex');
  if (header.seed === '') fail('seed', 'seed', 'the seed is not revealed');
  else if (commitment !== header.seedCommitment) fail('seed', 'seed', `this seed has the commitment ${commitment}`);
  else return header.seed;
  return null;
}

/**
 * Checks a round. `files` are the bytes by file name.
 * Answers the digests, the number of violations, the first hundred of them, and counts for a round that is right.
 */
export function checkRound(files) {
  const digests = { inputDigest: digest(files, TABLES.slice(0, 5)), resultDigest: digest(files, TABLES.slice(5)) };
  const violations = [];
  let count = 0;
  const report = (code, where, sentence) => { if (count++ < 100) violations.push({ code, where, sentence }); };
  const attempt = (read) => {
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      report(problem.code, problem.where, problem.sentence);
      return null;
    }
  };
  const answer = (counts) => ({ digests, count, violations, counts });

  const seed = checkHeader(files, digests, report);
  const places = attempt(() => readPlaces(files));
  const people = attempt(() => readApplicants(files));
  const edges = places && people && attempt(() => readPreferences(files, places, people));
  const traits = places && people && attempt(() => readTraits(files, places, people));
  const claim = edges && attempt(() => readResult(files, { places, people, edges }, report));
  if (seed === null || !traits || !claim) return answer(null);

  const standing = new Standing({ places, people, edges }, new Lottery(seed, people), claim);
  checkMaxima(standing, report);
  const line = checkPassedOver(standing, report);
  if (!violations.some(({ code }) => code !== 'digest')) checkBest(standing, line, report);
  checkReassignment(standing, traits, report);
  attempt(() => checkCutoffs(files, standing, report));
  const number = (held) => held.reduce((sum, at) => sum + (at >= 0 ? 1 : 0), 0);
  return answer({ applicants: people.n, posts: places.posts.length, nodes: places.nodes.length, preferences: edges.post.length,
    first: number(claim.edge), second: number(claim.second) });
}

function main(folder, ...more) {
  const say = (lines) => process.stdout.write(`${lines.join('\n')}\n`), aside = (lines) => process.stderr.write(`${lines.join('\n')}\n`);
  if (!folder || more.length) {
    aside(['usage: node check-round.mjs DIR']);
    return 2;
  }
  const files = {};
  for (const name of ['round.json', ...TABLES]) {
    try {
      files[name] = readFileSync(join(folder, name));
    } catch (error) {
      aside([`${name} cannot be read in ${folder}: ${error.code ?? error.message}`]);
      return 2;
    }
  }
  const { digests, count, violations, counts: n } = checkRound(files);
  const origin = [`check-round ${version} (${FORMAT})`, `inputDigest ${digests.inputDigest}`, `resultDigest ${digests.resultDigest}`];
  if (count === 0) {
    const size = `${n.applicants} applicants, ${n.preferences} preferences, ${n.posts} posts, ${n.nodes} nodes`;
    say([`ok: ${size}; ${n.first} placed in pass 1, ${n.second} in pass 2`, ...origin]);
    return 0;
  }
  say(violations.map(({ code, where, sentence }) => `${code}\t${where}\t${sentence}`));
  aside([...origin, `${count} violations, ${violations.length} shown`]);
  return 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = main(...process.argv.slice(2));
}
