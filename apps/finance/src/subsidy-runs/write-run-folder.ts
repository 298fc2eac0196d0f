import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodePoint, digestOfFiles, writeTable } from '@xibu/documents';
import { type FileBytes, inputColumns, inputFiles, resultColumns } from './run-folder.js';
import type { RunInputs } from './run-inputs.js';
import { manifestBytes } from './run-manifest.js';
import type { RunResult } from './run-result.js';

type Field = string | number;
type Row = readonly Field[];

/** Writes a run folder: inputs, `run.json`, and the result when there is one. Same values, same bytes. */
export async function writeRunFolder(dir: string, inputs: RunInputs, result?: RunResult): Promise<void> {
  const files = inputBytes(inputs);
  const results = result ? resultBytes(result) : [];
  const manifest = manifestBytes(inputs.settings, digestOfFiles(files), result ? digestOfFiles(results) : '');
  await writeFiles(dir, [...files, ...results, ['run.json', manifest]]);
}

/** Writes only what a run adds to a folder: the result files and the completed `run.json`. */
export async function writeRunResult(dir: string, inputs: RunInputs, result: RunResult): Promise<string> {
  const results = resultBytes(result);
  const resultDigest = digestOfFiles(results);
  const manifest = manifestBytes(inputs.settings, digestOfFiles(inputBytes(inputs)), resultDigest);
  await writeFiles(dir, [...results, ['run.json', manifest]]);
  return resultDigest;
}

async function writeFiles(dir: string, files: readonly FileBytes[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(dir, name), bytes);
}

/** The input files in the order in which they are digested. */
export function inputBytes({ tables, people }: RunInputs): FileBytes[] {
  const rows: Record<(typeof inputFiles)[number], Row[]> = {
    'people.csv': people.map(({ person, card, hold }) => [person, Number(card), Number(hold)]),
    'service.csv': people.flatMap(({ person, service }) =>
      service.map((each) => [person, each.from, each.to ?? '', each.county, each.project, Number(each.paid)]),
    ),
    'rates.csv': tables.rates.map((row) => [
      row.component,
      row.project,
      row.place,
      row.from,
      row.to ?? '',
      row.fen,
      row.proration,
    ]),
    'funding.csv': tables.funding.map((row) => [
      row.project,
      row.place,
      row.from,
      row.to ?? '',
      row.ord,
      row.source,
      row.fen ?? '',
    ]),
    'insurance.csv': tables.insurance.map((row) => [
      row.scheme,
      row.place,
      row.from,
      row.to ?? '',
      row.personalPpm,
      row.employerPpm,
      row.floorFen ?? '',
      row.ceilingFen ?? '',
      row.unitFen,
      row.mode,
    ]),
    'bases.csv': people.flatMap(({ person, bases }) => bases.map(({ from, to, fen }) => [person, from, to ?? '', fen])),
    'posted.csv': people.flatMap(({ person, posted }) =>
      posted.map((line) => [person, line.month, line.component, line.county, line.project, line.source, line.fen]),
    ),
    'carry.csv': people.flatMap(({ person, carryFen }) => (carryFen > 0 ? [[person, carryFen]] : [])),
  };
  const ord = inputColumns['funding.csv'].indexOf('ord');
  return inputFiles.map((name) => {
    const sorted = [...rows[name]].sort(byFields(name === 'funding.csv' ? ord : -1));
    return [name, writeTable(inputColumns[name], sorted)];
  });
}

/** The result files in the order in which they are digested. */
export function resultBytes({ lines, pay, payouts, exceptions, totals }: RunResult): FileBytes[] {
  const rows: Record<keyof typeof resultColumns, Row[]> = {
    'lines.csv': lines.map((line) => [
      line.person,
      line.month,
      line.component,
      line.county,
      line.project,
      line.source,
      line.fen,
    ]),
    'pay.csv': pay.map((row) => [
      row.person,
      row.grossFen,
      row.personalFen,
      row.carryInFen,
      row.netFen,
      row.carryOutFen,
      row.employerFen,
      Number(row.payable),
    ]),
    'payout.csv': payouts.map(({ person, county, project, source, fen }) => [person, county, project, source, fen]),
    'exceptions.csv': exceptions.map(({ person, code, detail }) => [person, code, detail]),
    'totals.csv': totals.map(({ county, project, source, component, fen }) => [
      county,
      project,
      source,
      component,
      fen,
    ]),
  };
  return (Object.keys(rows) as (keyof typeof rows)[]).map((name) => [
    name,
    writeTable(resultColumns[name], rows[name]),
  ]);
}

/** Field by field as text; the column at `numeric` as a number. */
function byFields(numeric: number): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const [index, field] of left.entries()) {
      const other = right[index] ?? '';
      const order = index === numeric ? Number(field) - Number(other) : byCodePoint(String(field), String(other));
      if (order !== 0) return order;
    }
    return 0;
  };
}
