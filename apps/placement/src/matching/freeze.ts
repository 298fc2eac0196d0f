import { writeTable } from '@xibu/documents/strict-tables';
import { readApplicants, readPreferences, readTraits } from './applicant-tables.js';
import { readNodes, readPosts } from './forest-tables.js';
import type { FrozenRound } from './frozen-round.js';
import { type InputFiles, inputColumns, inputDigestOf } from './round-files.js';
import type { RoundInput } from './round-input.js';

/** The published tables of a round, and what everything later is measured by. */
export interface FrozenFiles {
  readonly files: InputFiles;
  readonly inputDigest: string;
}

/**
 * Writes the rows of a round, in whatever order they come, as the tables that are published at the freeze. The seed is
 * not among them. Throws a `TableFault` for rows that break the published format, so nothing wrong is ever frozen.
 */
export function freeze({ nodes, posts, applicants, preferences, traits }: Omit<RoundInput, 'seed'>): FrozenFiles {
  const files: InputFiles = {
    'nodes.csv': writeTable(
      inputColumns['nodes.csv'],
      sorted(nodes, (row) => row.nodeId).map((row) => [row.nodeId, row.parentId ?? '', row.max ?? '']),
    ),
    'posts.csv': writeTable(
      inputColumns['posts.csv'],
      sorted(posts, (row) => row.postId).map((row) => [
        row.postId,
        row.nodeId,
        row.special,
        row.capacity,
        row.reassignable ? 1 : 0,
      ]),
    ),
    'applicants.csv': writeTable(
      inputColumns['applicants.csv'],
      sorted(applicants, (row) => row.code).map((row) => [row.code, row.score, row.acceptsReassignment ? 1 : 0]),
    ),
    'preferences.csv': writeTable(
      inputColumns['preferences.csv'],
      [...preferences]
        .sort((left, right) => compare(left.code, right.code) || left.rank - right.rank)
        .map((row) => [row.code, row.rank, row.postId, row.class]),
    ),
    'traits.csv': writeTable(
      inputColumns['traits.csv'],
      [...traits]
        .sort((left, right) => compare(left.code, right.code) || compare(left.special, right.special))
        .map((row) => [row.code, row.special, row.class]),
    ),
  };
  readRound(files);
  return { files, inputDigest: inputDigestOf(files) };
}

/** Reads the five input tables of a round. Throws a `TableFault` that names file, line and column. */
export function readRound(files: InputFiles): FrozenRound {
  const nodes = readNodes(files['nodes.csv']);
  const { posts, specials } = readPosts(files['posts.csv'], nodes);
  const applicants = readApplicants(files['applicants.csv']);
  const edges = readPreferences(files['preferences.csv'], applicants.codes, posts.ids);
  const traits = readTraits(files['traits.csv'], applicants, specials);
  return { nodes, posts, specials, applicants, edges, traits };
}

/** Ids are ASCII, where the order of UTF-16 units is that of code points. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function sorted<Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] {
  return [...rows].sort((left, right) => compare(idOf(left), idOf(right)));
}
