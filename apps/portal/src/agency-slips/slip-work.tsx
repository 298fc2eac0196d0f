import { may } from '@xibu/domain/access';
import { type SlipRow, type SlipView, slipResults } from '@xibu/domain/finance/insurance-api';
import { sayTerm } from '../office/money-terms.js';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import { slipsText } from './slips.text.js';

const slips = '/api/finance/agency-slips';
type Words = (typeof slipsText)['zh'];

/** 核定单: what the agency says of a month, against what was withheld. */
export const Slips = workPage<Words, SlipView>(slipsText, (t, { actor, language }) => ({
  title: t.title,
  intro: t.intro,
  source: { list: slips, filters: {} },
  columns: [
    column('month', t.month, { sorts: true, to: ({ id }) => `/office/agency-slips/${id}` }),
    { ...countyColumn<SlipView>(language), sorts: true },
    column('rows', t.rows, { kind: 'count' }),
    { key: 'equal', label: t.equal, kind: 'count', value: ({ results }) => results.equal },
    { key: 'differs', label: t.differs, kind: 'count', value: ({ rows, results }) => rows - results.equal },
    { key: 'importedAt', label: t.imported, kind: 'instant', sorts: true, value: ({ imported }) => imported.at },
    column('imported', t.importedBy, { kind: 'name', value: ({ imported }) => imported.by }),
    column('isCurrent', t.state, {
      kind: 'state',
      state: ({ isCurrent }) => stateOf(t.states, { current: 'ok' })(isCurrent ? 'current' : 'replaced'),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ month }) => month,
  choices: [{ key: 'month', label: t.month }],
  sort: '-importedAt',
  empty: t.none,
  above: may(actor, 'agency-slip.import') ? (
    <p>
      <ButtonLink to="/office/agency-slips/import" tone="go">
        {t.import}
      </ButtonLink>
    </p>
  ) : undefined,
}));

/** One slip, row by row; what is not equal comes first. */
export const SlipRows = workPage<Words, SlipRow>(slipsText, (t, { language, id }) => {
  const rows = `${slips}/${encodeURIComponent(id)}/rows`;
  return {
    title: t.rowsTitle,
    intro: t.rowsIntro,
    source: { list: rows, filters: {} },
    columns: [
      column('name', t.name, { kind: 'name', sorts: true }),
      column('identityNumber', t.identityNumber),
      column('scheme', t.scheme, { sorts: true, value: ({ scheme }) => sayTerm('schemes', scheme, language) }),
      column('ourPersonalFen', t.ourPersonal, { kind: 'money' }),
      column('agencyPersonalFen', t.agencyPersonal, { kind: 'money' }),
      column('ourEmployerFen', t.ourEmployer, { kind: 'money' }),
      column('agencyEmployerFen', t.agencyEmployer, { kind: 'money' }),
      column('result', t.result, {
        ...{ kind: 'state', sorts: true },
        state: ({ result }) => stateOf(t.results, { equal: 'ok', 'amount-differs': 'bad' })(result),
      }),
    ],
    idOf: (row) => row.id,
    nameOf: ({ name, identityNumber }) => name ?? identityNumber ?? '',
    choices: [{ key: 'result', label: t.result, options: optionsOf(t.results, slipResults) }],
    empty: t.rowsNone,
    exports: rows,
    above: (
      <p>
        <ButtonLink to="/office/agency-slips">{t.back}</ButtonLink>
      </p>
    ),
  };
});
