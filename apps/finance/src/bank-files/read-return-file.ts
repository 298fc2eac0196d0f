import { isLegalDate, type LegalDate } from '@xibu/domain';
import { fenOf, returnFormat } from './payment-file.js';
import { type BadFormat, type ReturnFile, type ReturnRow, type ReturnStatus, returnStatuses } from './return-file.js';

const lineFeed = 0x0a;
const comma = 0x2c;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type Check = (text: string) => boolean;

const anything: Check = () => true;
const exactly =
  (word: string): Check =>
  (text) =>
    text === word;
const count: Check = (text) => /^\d+$/.test(text);
const amount: Check = (text) => /^\d+\.\d\d$/.test(text);
const status: Check = (text) => returnStatuses.some((each) => each === text);
const dateOrNothing: Check = (text) => text === '' || isLegalDate(text);

const headerFields: readonly Check[] = [exactly('H'), exactly(returnFormat), anything, isLegalDate, count];
const rowFields: readonly Check[] = [
  exactly('D'),
  anything,
  anything,
  amount,
  status,
  anything,
  anything,
  dateOrNothing,
];
const trailerFields: readonly Check[] = [exactly('T'), count, amount, count, amount];

/** A row that may be well formed, in one look; only its date has yet to be one. */
const soundRow = /^D,([^,]*),([^,]*),(\d+\.\d\d),([SFRP]),([^,]*),([^,]*),([^,]*)$/;

/** A file that is not well formed, at its first such place. */
class Malformed extends Error {
  constructor(readonly at: BadFormat) {
    super(`row ${at.row}, column ${at.column}`);
  }
}

/**
 * Reads a neutral return file. Rows are checked from the top, the last one being the trailer; in a row the number of
 * fields first (naming the first one missing or too many), then the fields from the left, each of which must be UTF-8.
 */
export function readReturnFile(bytes: Uint8Array): ReturnFile | BadFormat {
  try {
    return read(linesOf(bytes));
  } catch (error) {
    if (error instanceof Malformed) return error.at;
    throw error;
  }
}

export function isBadFormat(read: ReturnFile | BadFormat): read is BadFormat {
  return 'column' in read;
}

type Line = string | Uint8Array;

function read(lines: readonly Line[]): ReturnFile {
  const rows = lines.at(-1)?.length === 0 && lines.length > 1 ? lines.slice(0, -1) : lines;
  const [, , batch = '', date = '', claimed = ''] = fields(rows[0], 1, headerFields);
  const isSoundDate = askedOnce(dateOrNothing);
  const details = rows.slice(1, -1).map((row, index) => detail(row, index + 2, isSoundDate));
  const last = Math.max(rows.length, 2);
  const [, acceptedCount = '', acceptedFen = '', failedCount = '', failedFen = ''] = fields(
    rows[last - 1],
    last,
    trailerFields,
  );
  return {
    batch,
    date: date as LegalDate,
    count: BigInt(claimed),
    rows: details,
    totals: {
      acceptedCount: BigInt(acceptedCount),
      acceptedFen: fenOf(acceptedFen),
      failedCount: BigInt(failedCount),
      failedFen: fenOf(failedFen),
    },
  };
}

/** Field by field only where something is wrong, to find where: a file has tens of thousands of rows. */
function detail(line: Line, row: number, isSoundDate: Check): ReturnRow {
  const sound = typeof line === 'string' ? soundRow.exec(line) : null;
  const [, seq = '', reference = '', yuan = '', status = '', reason = '', bankReference = '', valueDate = ''] =
    sound && isSoundDate(sound[7] ?? '') ? sound : fields(line, row, rowFields);
  return {
    seq,
    reference,
    fen: fenOf(yuan),
    status: status as ReturnStatus,
    reason,
    bankReference,
    valueDate: valueDate as LegalDate | '',
  };
}

/** The same check for texts of which many are alike, as the dates of one file are. */
function askedOnce(check: Check): Check {
  const sound = new Set<string>();
  return (text) => {
    if (sound.has(text)) return true;
    const isSound = check(text);
    if (isSound) sound.add(text);
    return isSound;
  };
}

function fields(line: Line | undefined, row: number, checks: readonly Check[]): string[] {
  if (line === undefined) throw new Malformed({ row, column: 1 });
  const parts = typeof line === 'string' ? line.split(',') : splitAt(line, comma);
  if (parts.length !== checks.length) {
    throw new Malformed({ row, column: Math.min(parts.length, checks.length) + 1 });
  }
  return parts.map((part, index) => {
    const text = typeof part === 'string' ? part : decoded(part);
    if (text === null || !checks[index]?.(text)) throw new Malformed({ row, column: index + 1 });
    return text;
  });
}

/** Bytes that are sound are made a text at once; in others each field is looked at by itself, to find the first that is not. */
function linesOf(bytes: Uint8Array): readonly Line[] {
  return decoded(bytes)?.split('\n') ?? splitAt(bytes, lineFeed);
}

/** Null for bytes that are not UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function splitAt(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
  }
  parts.push(bytes.subarray(from));
  return parts;
}
