import { plainYuan } from '@xibu/domain';

/** What the bank makes of one line of a payment file. */
export interface Verdict {
  readonly status: 'S' | 'F' | 'R' | 'P';
  readonly reason: string;
}

export interface PaymentRow {
  readonly reference: string;
  readonly account: string;
  readonly amount: string;
}

/** A neutral payment file (xibu-bank/1) as a bank reads it. */
export function readPaymentFile(text: string): { readonly batch: string; readonly rows: readonly PaymentRow[] } {
  const lines = text.split('\n').filter((line) => line !== '');
  const batch = lines[0]?.split(',')[2] ?? '';
  const rows = lines
    .filter((line) => line.startsWith('D,'))
    .map((line) => {
      const [, , reference = '', , account = '', amount = ''] = line.split(',');
      return { reference, account, amount };
    });
  return { batch, rows };
}

export interface Answer {
  readonly row: PaymentRow;
  readonly verdict: Verdict;
}

/** The answer to a payment file, or a part of it, in the neutral form. */
export function returnFile(batch: string, day: string, answers: readonly Answer[]): string {
  const rows = answers.map(({ row, verdict: { status, reason } }, index) => {
    const valueDate = status === 'S' ? day : '';
    return `D,${index + 1},${row.reference},${row.amount},${status},${reason},K${row.reference.slice(-8)},${valueDate}`;
  });
  const sum = (...statuses: string[]) => {
    const these = answers.filter(({ verdict }) => statuses.includes(verdict.status));
    return `${these.length},${plainYuan(these.reduce((fen, { row }) => fen + fenOf(row.amount), 0))}`;
  };
  const head = `H,xibu-bank-return/1,${batch},${day},${answers.length}`;
  return `${[head, ...rows, `T,${sum('S')},${sum('F', 'R')}`].join('\n')}\n`;
}

function fenOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}
