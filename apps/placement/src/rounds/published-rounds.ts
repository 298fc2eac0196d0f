import { Injectable } from '@nestjs/common';
import type { Tx } from '@xibu/platform';
import { type Explanation, explain } from '../matching/explain.rules.js';
import type { Preference, RoundApplicant, RoundInput } from '../matching/round-input.js';
import type { ResultRow, RoundResult } from '../matching/round-result.js';
import type { Round } from './round.js';
import { inputFilesOf, inputRowsOf, readFiles, resultOf } from './round-files.js';

interface OpenedRound {
  readonly input: RoundInput;
  readonly result: RoundResult;
  readonly applicants: ReadonlyMap<string, RoundApplicant>;
  readonly preferences: ReadonlyMap<string, readonly Preference[]>;
  readonly rows: ReadonlyMap<string, ResultRow>;
}

/** Rounds that somebody asked about lately, opened once: on the day of publication everybody asks. */
const mostKept = 4;

/** A result is what its digest says, so that what was opened under a digest never grows old. */
@Injectable()
export class PublishedRounds {
  private readonly opened = new Map<string, Promise<OpenedRound>>();

  /** Why this code got what it got; null when it was not in the round. */
  async explain(tx: Tx, round: Round, code: string): Promise<Explanation | null> {
    const { input, result, applicants, preferences, rows } = await this.open(tx, round);
    const [applicant, row] = [applicants.get(code), rows.get(code)];
    if (!applicant || !row) return null;
    const own = { ...input, applicants: [applicant], preferences: preferences.get(code) ?? [] };
    return explain(own, { ...result, rows: [row] }, code);
  }

  private open(tx: Tx, round: Round): Promise<OpenedRound> {
    const key = `${round.id} ${round.resultDigest}`;
    const known = this.opened.get(key);
    if (known) return known;
    const opening = openFiles(tx, round);
    this.opened.set(key, opening);
    for (const old of [...this.opened.keys()].slice(0, -mostKept)) this.opened.delete(old);
    opening.catch(() => this.opened.delete(key));
    return opening;
  }
}

async function openFiles(tx: Tx, { id, seed }: Round): Promise<OpenedRound> {
  const files = await readFiles(tx, id);
  const input = inputRowsOf(inputFilesOf(files), seed ?? '');
  const result = resultOf(files);
  const preferences = new Map<string, Preference[]>();
  for (const preference of input.preferences) {
    const own = preferences.get(preference.code);
    if (own) own.push(preference);
    else preferences.set(preference.code, [preference]);
  }
  const applicants = new Map(input.applicants.map((applicant) => [applicant.code, applicant]));
  return { input, result, applicants, preferences, rows: new Map(result.rows.map((row) => [row.code, row])) };
}
