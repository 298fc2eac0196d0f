import { digestOfFiles } from '@xibu/documents';
import { resultOf, totalsOf } from './month-pay.rules.js';
import type { FileBytes } from './run-folder.js';
import type { PersonResult, RunResult, TotalRow } from './run-result.js';
import type { StoredFrame } from './stored-run.js';
import type { RunFigures } from './subsidy-run.js';
import { resultBytes } from './write-run-folder.js';

const lineFeed = 0x0a;

/**
 * What a run comes to, summed up while it is computed, so that nothing written is read again. Chunks come in the order
 * of their people, which is that of the published files; nothing is kept of them but the bytes that are digested.
 */
export class RunSum {
  private readonly bodies = new Map<string, Uint8Array[]>();
  private readonly freezes = new Set<string | null>();
  private chunks = 0;
  private totals: TotalRow[] = [];
  private readonly sums = {
    ...{ people: 0, payable: 0, exceptions: 0 },
    ...{ grossFen: 0, personalFen: 0, employerFen: 0, netFen: 0 },
  };

  /** The next chunk of a frozen run; null when another hand has computed it. */
  take({ frozenBy }: Pick<StoredFrame, 'frozenBy'>, people: readonly PersonResult[] | null): void {
    this.freezes.add(people && frozenBy);
    this.chunks += 1;
    if (people) this.add(resultOf(people));
  }

  /** Whether every chunk was computed here, and from this very frame: the run may have been frozen anew meanwhile. */
  isWholeOf({ frozenBy, chunks }: Pick<StoredFrame, 'frozenBy' | 'chunks'>): boolean {
    return this.chunks === chunks && this.freezes.size === 1 && this.freezes.has(frozenBy);
  }

  /** The result of the next people, or of all. */
  add(result: RunResult): void {
    for (const [name, bytes] of resultBytes({ ...result, totals: [] })) {
      const body = bytes.subarray(bytes.indexOf(lineFeed) + 1);
      const known = this.bodies.get(name);
      if (known) known.push(body);
      else this.bodies.set(name, [body]);
    }
    this.totals = totalsOf([...this.totals, ...result.totals]);
    const { sums } = this;
    sums.people += result.pay.length;
    sums.exceptions += result.exceptions.length;
    for (const row of result.pay) {
      sums.payable += Number(row.payable);
      sums.grossFen += row.grossFen;
      sums.personalFen += row.personalFen;
      sums.employerFen += row.employerFen;
      sums.netFen += row.netFen;
    }
  }

  figures(inputDigest: string): RunFigures {
    const files = resultBytes({ lines: [], pay: [], payouts: [], exceptions: [], totals: this.totals }).map(
      ([name, bytes]): FileBytes => [name, Buffer.concat([bytes, ...(this.bodies.get(name) ?? [])])],
    );
    return { ...this.sums, inputDigest, resultDigest: digestOfFiles(files) };
  }
}
