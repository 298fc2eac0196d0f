import type { Actor } from '@xibu/domain/access';
import { may } from '@xibu/domain/access';
import type { AgreementParty, AgreementRow, BulkResult, UnsignedRow } from '@xibu/domain/placement/api';
import { countyColumn, optionsOf, reasonField, stateOf, yesNo } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';
import { agreementsText } from './agreements.text.js';

export const agreements = '/api/placement/agreements';

/** The party whose signature this account gives; null for those who only read. */
function partyOf({ roles }: Actor): AgreementParty | null {
  if (roles.includes('unit.officer')) return 'unit';
  return roles.some((role) => role === 'county.officer' || role === 'county.approver') ? 'county' : null;
}

function lacks(row: AgreementRow, party: AgreementParty): boolean {
  const signed = { volunteer: row.signedByVolunteer, unit: row.signedByUnit, county: row.signedByCounty };
  return row.status === 'open' && !signed[party];
}

/** 三方协议: one by one or many at once, each party its own signature. */
export const Agreements = workPage<(typeof agreementsText)['zh'], AgreementRow>(
  agreementsText,
  (t, { actor, language, season }) => {
    const party = partyOf(actor);
    const sign: StepAction<AgreementRow> = {
      ...{ key: 'sign', label: t.sign, done: t.signed },
      ...{ path: ({ id }) => `${agreements}/${id}/sign`, body: () => ({}) },
    };
    const allow: StepAction<AgreementRow> = {
      ...{ key: 'allow', label: t.allow, question: t.allowQuestion, tone: 'plain', done: t.allowed },
      fields: [reasonField(language), { key: 'until', label: t.until, kind: 'date' }],
      ...{ path: ({ id }) => `${agreements}/${id}/allow-late`, body: (values) => values },
    };
    return {
      title: t.title,
      intro: t.intro,
      source: { list: agreements, filters: { season } },
      columns: [
        column('name', usualText[language].name, { kind: 'name' }),
        column('agreementNumber', t.number, { sorts: true }),
        countyColumn<AgreementRow>(language),
        column('kind', t.kind, { value: ({ kind }) => t.kinds[kind] }),
        column('to', t.to, { kind: 'date' }),
        column('signedByVolunteer', t.parties.volunteer, { value: (row) => yesNo(language, row.signedByVolunteer) }),
        column('signedByUnit', t.parties.unit, { value: (row) => yesNo(language, row.signedByUnit) }),
        column('signedByCounty', t.parties.county, { value: (row) => yesNo(language, row.signedByCounty) }),
        column('status', usualText[language].status, {
          kind: 'state',
          state: ({ status }) => stateOf(t.statuses, { open: 'act', signed: 'ok', void: 'bad' })(status),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      steps: (row) => [
        ...(party && lacks(row, party) ? [sign] : []),
        ...(row.status === 'open' && may(actor, 'agreement.allow-late') ? [allow] : []),
      ],
      bulk: party
        ? [
            {
              ...{ key: 'sign', label: t.sign, question: t.signQuestion, path: `${agreements}/sign` },
              ...{ body: (ids) => ({ ids }), rowsOf: outcomeByNumber },
            },
          ]
        : undefined,
      choices: [
        { key: 'status', label: usualText[language].status, options: optionsOf(t.statuses) },
        { key: 'kind', label: t.kind, options: optionsOf(t.kinds) },
      ],
      empty: t.none,
    };
  },
);

/** Placement answers by registration number: what failed is named by it. */
function outcomeByNumber(answer: unknown, ids: readonly string[]) {
  const { refused, rows } = answer as BulkResult;
  if (refused === 0) return ids.map((id) => ({ id, done: true }));
  return rows.map(({ number, ok, code }) => ({ id: number, done: ok, code: code ?? undefined }));
}

/** 未签协议: who is missing where, for supervision. */
export const Unsigned = workPage<(typeof agreementsText)['zh'], UnsignedRow>(
  agreementsText,
  (t, { language, season }) => ({
    title: t.unsigned,
    source: { list: `${agreements}/unsigned`, filters: { season } },
    isWhole: true,
    columns: [
      column('countyName', usualText[language].county, {
        ...{ kind: 'name', to: ({ county }) => `/office/agreements?status=open&county=${county}` },
      }),
      column('people', t.unsignedPeople, { kind: 'count' }),
      column('missingVolunteer', t.missing(t.parties.volunteer), { kind: 'count' }),
      column('missingUnit', t.missing(t.parties.unit), { kind: 'count' }),
      column('missingCounty', t.missing(t.parties.county), { kind: 'count' }),
    ],
    idOf: ({ county }) => String(county),
    nameOf: ({ countyName }) => countyName,
    empty: t.unsignedNone,
  }),
);
