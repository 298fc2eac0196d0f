import type { CoverageRow } from '@xibu/domain/finance/coverage-api';
import { countyColumn } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { coveredText } from './people.text.js';

type Words = (typeof coveredText)['zh'];

/** 在岗人员保障: everybody on post today, each leading to their calendar. */
export const CoveredPeople = workPage<Words, CoverageRow>(coveredText, (t, { language }) => {
  const has = (key: 'hasAgreement' | 'hasCommercial', label: string) =>
    column<CoverageRow>(key, label, {
      kind: 'state',
      state: (row) => (row[key] ? { label: t.yes, tone: 'ok' } : { label: t.no, tone: 'bad' }),
    });
  return {
    title: t.title,
    intro: t.intro,
    source: { list: '/api/finance/coverage', filters: {} },
    columns: [
      column('name', usualText[language].name, {
        ...{ kind: 'name', sorts: true },
        to: ({ accountId }) => `/office/coverage/people/${accountId}`,
      }),
      column('number', t.number, { sorts: true }),
      countyColumn<CoverageRow>(language),
      has('hasAgreement', t.agreement),
      has('hasCommercial', t.commercial),
      column('insuredUntil', t.insuredUntil),
      column('paidUntil', t.paidUntil),
      column('openGaps', t.gaps, { kind: 'count', sorts: true }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name, number }) => name ?? number ?? '',
    choices: [{ key: 'gaps', label: t.only, options: [{ value: 'open', label: t.withGaps }] }],
    empty: t.none,
    exports: '/api/finance/coverage',
  };
});
