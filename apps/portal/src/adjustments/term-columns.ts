import type { AdjustmentRows } from '@xibu/domain/finance/terms-api';
import { moneyTermsText } from '../office/money-terms.text.js';
import type { SheetColumn, SheetRow } from '../office/sheet-rows.js';
import { optionsOf } from '../office/usual.js';
import { adjustmentsText } from './adjustments.text.js';

export const termKinds = [
  'rates',
  'funding',
  'insurance',
  'bases',
] as const satisfies readonly (keyof AdjustmentRows)[];
export type TermKind = (typeof termKinds)[number];

// Headings stand in the sheet in Chinese, whatever the language of the page.
const zh = adjustmentsText.zh;
const terms = moneyTermsText.zh;
const place: SheetColumn = { key: 'place', label: zh.placeCode, kind: 'count' };
const project: SheetColumn = { key: 'project', label: zh.project, kind: 'choice', choices: optionsOf(terms.projects) };

/** The columns of each kind of terms, as a document has them. */
export const termColumns: Readonly<Record<TermKind, readonly SheetColumn[]>> = {
  rates: [
    place,
    { key: 'component', label: zh.component, kind: 'choice', choices: optionsOf(terms.components) },
    project,
    { key: 'fen', label: zh.perMonth, kind: 'money' },
    { key: 'proration', label: zh.proration, kind: 'choice', choices: optionsOf(terms.prorations) },
  ],
  funding: [
    place,
    project,
    { key: 'ord', label: zh.order, kind: 'count' },
    { key: 'source', label: zh.source, kind: 'choice', choices: optionsOf(terms.sources) },
    { key: 'fen', label: zh.most, kind: 'money', optional: true },
  ],
  insurance: [
    place,
    { key: 'scheme', label: zh.scheme, kind: 'choice', choices: optionsOf(terms.schemes) },
    { key: 'personalPpm', label: zh.personal, kind: 'share' },
    { key: 'employerPpm', label: zh.employer, kind: 'share' },
    { key: 'floorFen', label: zh.floor, kind: 'money', optional: true },
    { key: 'ceilingFen', label: zh.ceiling, kind: 'money', optional: true },
    { key: 'unitFen', label: zh.unit, kind: 'money' },
    { key: 'mode', label: zh.mode, kind: 'choice', choices: optionsOf(terms.roundings) },
  ],
  bases: [
    { key: 'accountId', label: zh.account, kind: 'text' },
    { key: 'fen', label: zh.base, kind: 'money' },
  ],
};

/** The body of a request: only the kind that was pasted. */
export function rowsOfKind(kind: TermKind, rows: readonly SheetRow[]): Readonly<Record<string, readonly SheetRow[]>> {
  return { [kind]: rows };
}
