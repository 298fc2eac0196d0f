import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfFiles, TableFault } from '@xibu/documents';
import { firstOverlap, groupBy } from './dated-rows.rules.js';
import { employerPrefix, personalPrefix } from './month-due.rules.js';
import { mustRise, rowsOf, type TableRow } from './run-fields.js';
import { type FileBytes, type InputFile, inputColumns, inputFiles, type RunManifest } from './run-folder.js';
import type {
  DeclaredBase,
  FundingLayer,
  InsuranceTerms,
  Line,
  PersonInputs,
  Rate,
  RunInputs,
  RunTables,
  Service,
} from './run-inputs.js';
import { readManifest } from './run-manifest.js';
import { faultIn } from './run-tables.rules.js';

/** A run folder as it was read: the inputs, and the manifest as it stood there. */
export interface RunFolder {
  readonly inputs: RunInputs;
  readonly manifest: RunManifest;
}

type Rows = Readonly<Record<InputFile, TableRow[]>>;

/** Reads and checks a folder. Whatever breaks the format is a TableFault that names file, line and column. */
export async function readRunFolder(dir: string): Promise<RunFolder> {
  const manifestBytes = await bytesOf(dir, 'run.json');
  const files: FileBytes[] = [];
  for (const name of inputFiles) files.push([name, await bytesOf(dir, name)]);
  return readRun(manifestBytes, files);
}

/** The same on bytes in hand. The digest is checked last, because a fault in a table is the better news. */
export function readRun(manifestBytes: Uint8Array, files: readonly FileBytes[]): RunFolder {
  const { manifest, settings, lineOf } = readManifest(manifestBytes);
  const bytes = new Map(files);
  const rows = Object.fromEntries(
    inputFiles.map((name) => [name, rowsOf(name, inputColumns[name], bytes.get(name) ?? new Uint8Array())]),
  ) as Rows;
  const tables = readTables(rows);
  const people = readPeople(rows);
  if (digestOfFiles(files) !== manifest.inputDigest) {
    throw new TableFault('run.json', lineOf('inputDigest'), 'inputDigest', 'is not the digest of the input files');
  }
  return { inputs: { settings, tables, people }, manifest };
}

async function bytesOf(dir: string, name: string): Promise<Uint8Array> {
  return readFile(join(dir, name)).catch((error: NodeJS.ErrnoException) => {
    throw new TableFault(name, 0, '', `cannot be read (${error.code ?? error.message})`);
  });
}

function readTables(rows: Rows): RunTables {
  const tables: RunTables = {
    rates: rows['rates.csv'].map(rate),
    funding: rows['funding.csv'].map(layer),
    insurance: rows['insurance.csv'].map(terms),
  };
  mustRise(rows['rates.csv'], inputColumns['rates.csv']);
  mustRise(rows['funding.csv'], ['project', 'place', 'from', 'to', 'ord'], ['ord']);
  mustRise(rows['insurance.csv'], inputColumns['insurance.csv']);
  const fault = faultIn(tables);
  if (fault) throw rows[`${fault.table}.csv`][fault.row]?.fault(fault.column, fault.reason);
  return tables;
}

function readPeople(rows: Rows): PersonInputs[] {
  const people = rows['people.csv'].map((row) => ({
    person: row.id('person'),
    card: row.flag('card'),
    hold: row.flag('hold'),
  }));
  mustRise(rows['people.csv'], ['person']);
  const known = new Set(people.map(({ person }) => person));
  const service = byPerson(rows['service.csv'], known, serviceOf);
  mustRise(rows['service.csv'], ['person', 'from']);
  mustNotOverlap(rows['service.csv']);
  const bases = byPerson(rows['bases.csv'], known, baseOf);
  mustRise(rows['bases.csv'], ['person', 'from']);
  mustNotOverlap(rows['bases.csv']);
  const posted = byPerson(rows['posted.csv'], known, lineOf);
  mustRise(rows['posted.csv'], inputColumns['posted.csv'].slice(0, -1));
  const carry = byPerson(rows['carry.csv'], known, (row) => row.whole('fen', 1));
  mustRise(rows['carry.csv'], ['person']);
  return people.map((each) => ({
    ...each,
    service: service.get(each.person) ?? [],
    bases: bases.get(each.person) ?? [],
    posted: posted.get(each.person) ?? [],
    carryFen: carry.get(each.person)?.[0] ?? 0,
  }));
}

function byPerson<Value>(
  rows: readonly TableRow[],
  known: ReadonlySet<string>,
  read: (row: TableRow) => Value,
): Map<string, Value[]> {
  const values = rows.map((row) => {
    const person = row.id('person');
    if (!known.has(person)) throw row.fault('person', `"${person}" is not in people.csv`);
    return { person, value: read(row) };
  });
  const groups = groupBy(values, ({ person }) => person);
  return new Map([...groups].map(([person, own]) => [person, own.map(({ value }) => value)]));
}

function mustNotOverlap(rows: readonly TableRow[]): void {
  const periods = rows.map((row) => ({ ...row.period(), person: row.text('person') }));
  const found = firstOverlap(periods, ({ person }) => person);
  if (found) throw rows[found.later]?.fault('from', 'overlaps an earlier row of the same person');
}

function rate(row: TableRow): Rate {
  const component = row.id('component');
  if (component.startsWith('si-')) throw row.fault('component', 'may not begin with "si-"');
  return {
    component,
    project: row.id('project'),
    place: row.division('place'),
    ...row.period(),
    fen: row.whole('fen', 0),
    proration: row.oneOf('proration', ['calendar', 'half', 'whole']),
  };
}

function layer(row: TableRow): FundingLayer {
  return {
    project: row.id('project'),
    place: row.division('place'),
    ...row.period(),
    ord: row.whole('ord', 0),
    source: row.id('source'),
    fen: row.optionalWhole('fen', 0),
  };
}

function terms(row: TableRow): InsuranceTerms {
  return {
    scheme: row.id('scheme'),
    place: row.division('place'),
    ...row.period(),
    personalPpm: row.whole('personal_ppm', 0),
    employerPpm: row.whole('employer_ppm', 0),
    floorFen: row.optionalWhole('floor', 0),
    ceilingFen: row.optionalWhole('ceiling', 0),
    unitFen: row.whole('unit', 1),
    mode: row.oneOf('mode', ['half-up', 'up', 'down']),
  };
}

function serviceOf(row: TableRow): Service {
  return {
    ...row.period(),
    county: row.division('county'),
    project: row.exactId('project'),
    paid: row.flag('paid'),
  };
}

function baseOf(row: TableRow): DeclaredBase {
  return { ...row.period(), fen: row.whole('fen', 0) };
}

function lineOf(row: TableRow): Line {
  const component = row.id('component', 40 + personalPrefix.length);
  const insured = component.startsWith(personalPrefix) || component.startsWith(employerPrefix);
  if (component.startsWith('si-') && !insured) throw row.fault('component', `"${component}" is no component`);
  const fen = row.whole('fen', Number.MIN_SAFE_INTEGER);
  if (fen === 0) throw row.fault('fen', 'must not be 0');
  const [month, county] = [row.month('month'), row.division('county')];
  return { month, component, county, project: row.exactId('project'), source: row.id('source'), fen };
}
