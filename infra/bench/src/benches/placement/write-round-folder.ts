import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FrozenRound } from '@xibu/placement/dist/matching/frozen-round.js';
import { commitmentOf } from '@xibu/placement/dist/matching/lottery.js';
import { type InputFiles, inputColumns, inputDigestOf, inputFiles } from '@xibu/placement/dist/matching/round-files.js';
import { writeHeader } from '@xibu/placement/dist/matching/round-json.js';

type Row = readonly (string | number)[];
const rowsAtOnce = 100_000;

/** Writes a round as its published files, some rows at a time: a text of ten million rows is never held. */
export function writeRoundFolder(folder: string, round: FrozenRound, seed: string): void {
  mkdirSync(folder, { recursive: true });
  const { applicants, posts, nodes, specials } = round;
  const write = (file: keyof InputFiles, rows: Iterable<Row>) =>
    writeRows(join(folder, file), inputColumns[file], rows);
  write(
    'nodes.csv',
    nodes.ids.map((id, node) => [id, nodes.ids[nodes.parent[node] as number] ?? '', nodes.max[node] as number]),
  );
  write(
    'posts.csv',
    posts.ids.map((id, post) => {
      const special = posts.special[post] as number;
      const node = nodes.ids[posts.node[post] as number] as string;
      return [id, node, specials[special] ?? 'none', posts.capacity[post] as number, special < 0 ? 0 : 1];
    }),
  );
  write(
    'applicants.csv',
    applicants.codes.map((code, at) => [code, applicants.score[at] as number, applicants.reassign[at] as number]),
  );
  write('preferences.csv', preferenceRows(round));
  write('traits.csv', traitRows(round));
  const files = Object.fromEntries(inputFiles.map((name) => [name, readFileSync(join(folder, name))]));
  const header = { season: 'nobody', round: 'of a bench', rulebook: 'none', seedCommitment: commitmentOf(seed), seed };
  const inputDigest = inputDigestOf(files as unknown as InputFiles);
  writeFileSync(join(folder, 'round.json'), writeHeader({ ...header, inputDigest, resultDigest: '' }));
}

function* preferenceRows({ applicants, edges, posts }: FrozenRound): Generator<Row> {
  for (const [applicant, code] of applicants.codes.entries()) {
    const first = edges.first[applicant] as number;
    for (let edge = first; edge < (edges.first[applicant + 1] as number); edge += 1) {
      const post = posts.ids[edges.post[edge] as number] as string;
      yield [code, edge - first + 1, post, edges.class[edge] as number];
    }
  }
}

function* traitRows({ applicants, specials, traits }: FrozenRound): Generator<Row> {
  for (const [applicant, code] of applicants.codes.entries()) {
    const row = traits.row[applicant] as number;
    if (row < 0) continue;
    for (const [special, name] of specials.entries()) {
      yield [code, name, traits.class[row * specials.length + special] as number];
    }
  }
}

function writeRows(file: string, columns: readonly string[], rows: Iterable<Row>): void {
  const handle = openSync(file, 'w');
  let lines = [columns.join(',')];
  for (const row of rows) {
    lines.push(row.join(','));
    if (lines.length < rowsAtOnce) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`);
  closeSync(handle);
}
