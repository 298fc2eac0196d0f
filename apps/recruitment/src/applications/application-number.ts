import type { Sealing, Tx } from '@xibu/platform';

export interface NumberOf {
  readonly season: string;
  /** Division code of the region. */
  readonly division: number;
}

/**
 * 报名编号, for instance `2023-15-0042179930`: the season's first year, the region, and ten digits of a keyed digest over the
 * identity number. Nobody can tell from it who applied when, or how many did; and lists in its order come out alike
 * wherever a season is run.
 */
export function applicationNumber(of: NumberOf, identityIndex: string, attempt: number, sealing: Sealing): string {
  const digest = Buffer.from(sealing.blindIndex(`number:${of.season}:${attempt}:${identityIndex}`), 'base64url');
  const digits = String(digest.readUIntBE(0, 6) % 10 ** 10).padStart(10, '0');
  return `${of.season.slice(0, 4)}-${String(of.division).slice(0, 2)}-${digits}`;
}

/**
 * Takes a number for each identity. One that is taken already gives way to the next of the same person: two people share
 * one in ten thousand million, and who withdrew and applies again has had theirs. In the order of the numbers, so that
 * two transactions never wait for each other in a circle.
 */
export async function claimNumbers(
  tx: Tx,
  of: NumberOf,
  identityIndexes: readonly string[],
  sealing: Sealing,
): Promise<Map<string, string>> {
  const claimed = new Map<string, string>();
  let open = [...new Set(identityIndexes)];
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const wanted = new Map(open.map((index) => [applicationNumber(of, index, attempt, sealing), index]));
    const rows: { number: string }[] = await tx.query(
      'insert into issued_number select unnest($1::text[]) on conflict do nothing returning number',
      [[...wanted.keys()].sort()],
    );
    for (const { number } of rows) claimed.set(wanted.get(number) ?? '', number);
    open = open.filter((index) => !claimed.has(index));
  }
  return claimed;
}
