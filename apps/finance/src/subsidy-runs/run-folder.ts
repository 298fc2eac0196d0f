/**
 * The folder in which a run is exported, so that anybody can recompute it. Format `xibu-pay/1`: UTF-8, LF, a header line,
 * commas, no quotes, rows sorted by their keys. The order of the files is the order in which they are digested.
 */
export const runFormat = 'xibu-pay/1';

export const inputColumns = {
  'people.csv': ['person', 'card', 'hold'],
  'service.csv': ['person', 'from', 'to', 'county', 'project', 'paid'],
  'rates.csv': ['component', 'project', 'place', 'from', 'to', 'fen', 'proration'],
  'funding.csv': ['project', 'place', 'from', 'to', 'ord', 'source', 'fen'],
  'insurance.csv': [
    'scheme',
    'place',
    'from',
    'to',
    'personal_ppm',
    'employer_ppm',
    'floor',
    'ceiling',
    'unit',
    'mode',
  ],
  'bases.csv': ['person', 'from', 'to', 'fen'],
  'posted.csv': ['person', 'month', 'component', 'county', 'project', 'source', 'fen'],
  'carry.csv': ['person', 'fen'],
} as const;

export const resultColumns = {
  'lines.csv': ['person', 'month', 'component', 'county', 'project', 'source', 'fen'],
  'pay.csv': ['person', 'gross', 'personal', 'carry_in', 'net', 'carry_out', 'employer', 'payable'],
  'payout.csv': ['person', 'county', 'project', 'source', 'fen'],
  'exceptions.csv': ['person', 'code', 'detail'],
  'totals.csv': ['county', 'project', 'source', 'component', 'fen'],
} as const;

export type InputFile = keyof typeof inputColumns;
export type ResultFile = keyof typeof resultColumns;
export type FileBytes = readonly [name: string, bytes: Uint8Array];

export const inputFiles = Object.keys(inputColumns) as readonly InputFile[];
export const resultFiles = Object.keys(resultColumns) as readonly ResultFile[];

/** `run.json`; the digests are lower-case hexadecimal SHA-256, the second one empty before the run. */
export interface RunManifest {
  readonly format: typeof runFormat;
  readonly month: string;
  readonly since: string;
  readonly required: readonly string[];
  readonly insuranceDay: number;
  readonly employerSource: string;
  readonly inputDigest: string;
  readonly resultDigest: string;
}
