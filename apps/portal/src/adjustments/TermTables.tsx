import type { AdjustmentRows, BaseRow, FundingRow, InsuranceRow, RateRow } from '@xibu/domain/finance/terms-api';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../language/language.js';
import { sayTerm } from '../office/money-terms.js';
import { divisions } from '../office/usual.js';
import { Money } from '../ui/notices.js';
import { Table, type TableColumn } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { adjustmentsText } from './adjustments.text.js';

/** 80000 parts per million are 8 %. */
export function sayShare(ppm: number): string {
  return `${ppm / 10_000}%`;
}

/** Rates, layers of who pays, social insurance and wage bases, each kind as a table with its name. */
export function useTermTables({ rates = [], funding = [], insurance = [], bases = [] }: Partial<AdjustmentRows>) {
  const t = useText(adjustmentsText);
  const place = placeColumn<{ readonly place: number }>(t.place);
  const part = <Row,>(title: string, rows: readonly Row[], columns: readonly TableColumn<Row>[]) => ({
    ...{ title, isEmpty: rows.length === 0 },
    content: <Table caption={title} rows={rows} idOf={(row) => JSON.stringify(row)} columns={columns} />,
  });
  return [
    part(t.rates, rates, [...useRateColumns(), place]),
    part(t.funding, funding, [...useFundingColumns(), place]),
    part(t.insurance, insurance, [...useInsuranceColumns(), place]),
    part(t.bases, bases, useBaseColumns()),
  ];
}

function placeColumn<Row extends { readonly place: number }>(label: string): TableColumn<Row> {
  return { key: 'place', label, cell: ({ place }) => <CodeName path={divisions} code={String(place)} /> };
}

function amount(fen: number | null, otherwise: string): ReactNode {
  return fen === null ? otherwise : <Money fen={fen} />;
}

function useRateColumns(): readonly TableColumn<RateRow>[] {
  const t = useText(adjustmentsText);
  const { language } = useLanguage();
  return [
    { key: 'component', label: t.component, cell: ({ component }) => sayTerm('components', component, language) },
    { key: 'project', label: t.project, cell: ({ project }) => sayTerm('projects', project, language) },
    { key: 'fen', label: t.perMonth, figure: true, cell: ({ fen }) => <Money fen={fen} /> },
    { key: 'proration', label: t.proration, cell: ({ proration }) => sayTerm('prorations', proration, language) },
  ];
}

function useFundingColumns(): readonly TableColumn<FundingRow>[] {
  const t = useText(adjustmentsText);
  const { language } = useLanguage();
  return [
    { key: 'project', label: t.project, cell: ({ project }) => sayTerm('projects', project, language) },
    { key: 'ord', label: t.order, figure: true, cell: ({ ord }) => ord },
    { key: 'source', label: t.source, cell: ({ source }) => sayTerm('sources', source, language) },
    { key: 'fen', label: t.most, figure: true, cell: ({ fen }) => amount(fen, t.rest) },
  ];
}

function useInsuranceColumns(): readonly TableColumn<InsuranceRow>[] {
  const t = useText(adjustmentsText);
  const { language } = useLanguage();
  return [
    { key: 'scheme', label: t.scheme, cell: ({ scheme }) => sayTerm('schemes', scheme, language) },
    { key: 'personal', label: t.personal, figure: true, cell: ({ personalPpm }) => sayShare(personalPpm) },
    { key: 'employer', label: t.employer, figure: true, cell: ({ employerPpm }) => sayShare(employerPpm) },
    { key: 'floor', label: t.floor, figure: true, cell: ({ floorFen }) => amount(floorFen, '–') },
    { key: 'ceiling', label: t.ceiling, figure: true, cell: ({ ceilingFen }) => amount(ceilingFen, '–') },
    { key: 'mode', label: t.mode, cell: ({ mode }) => sayTerm('roundings', mode, language) },
  ];
}

function useBaseColumns(): readonly TableColumn<BaseRow>[] {
  const t = useText(adjustmentsText);
  return [
    { key: 'account', label: t.account, cell: ({ accountId }) => <code className="digest">{accountId}</code> },
    { key: 'fen', label: t.base, figure: true, cell: ({ fen }) => <Money fen={fen} /> },
  ];
}
