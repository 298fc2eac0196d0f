import { may } from '@xibu/domain/access';
import { addMonths, dateOf, type Month, monthOf } from '@xibu/domain/dates';
import type { InsuredRow } from '@xibu/domain/finance/insurance-api';
import { sayTerm, termOptions } from '../office/money-terms.js';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import { sayMonth } from '../ui/legal-dates.js';
import { insuredText } from './insured.text.js';

const list = '/api/finance/social-insurance';
const monthsBack = 14;
type Words = (typeof insuredText)['zh'];

/** 参保与代扣清单 of a month; the last whole one unless another is chosen. */
export const Insured = workPage<Words, InsuredRow>(insuredText, (t, { actor, language, now }) => {
  const last: Month = now ? addMonths(monthOf(dateOf(now)), -1) : '2000-01';
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(last, -back));
  return {
    title: t.title,
    intro: t.intro,
    source: { list, filters: { month: last } },
    columns: [
      column('name', t.name, { kind: 'name', sorts: true }),
      column('number', usualText[language].number, { sorts: true }),
      column('identityNumber', t.identityNumber),
      { ...countyColumn<InsuredRow>(language), sorts: true },
      column('scheme', t.scheme, { sorts: true, value: ({ scheme }) => sayTerm('schemes', scheme, language) }),
      column('personalFen', t.personal, { kind: 'money' }),
      column('employerFen', t.employer, { kind: 'money' }),
      column('change', t.change, {
        kind: 'state',
        state: ({ change }) => stateOf(t.changes, { joined: 'ok', left: 'warn' })(change),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name, number }) => name ?? number ?? '',
    choices: [
      { key: 'month', label: t.month, options: months.map((value) => ({ value, label: sayMonth(value, language) })) },
      { key: 'scheme', label: t.scheme, options: termOptions('schemes', language) },
      { key: 'change', label: t.change, options: optionsOf(t.changes) },
    ],
    empty: t.none,
    exports: may(actor, 'social-insurance.export') ? `${list}/file` : undefined,
    above: (
      <p>
        <ButtonLink to="/office/agency-slips">{t.toSlips}</ButtonLink>
      </p>
    ),
  };
});
