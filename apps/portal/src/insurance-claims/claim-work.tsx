import { may } from '@xibu/domain/access';
import type { CoverageRow } from '@xibu/domain/finance/coverage-api';
import { type ClaimView, claimStatuses } from '@xibu/domain/finance/insurance-api';
import { Name } from '../language/language.js';
import { recordPage } from '../office/RecordPage.js';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { type AtWork, column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import { Day } from '../ui/Day.js';
import { Money } from '../ui/notices.js';
import type { StepAction } from '../ui/StepButton.js';
import { claimTones, linesOf, reportFields } from './claim-fields.js';
import { claimsText } from './claims.text.js';

const claims = '/api/finance/insurance-claims';
type Words = (typeof claimsText)['zh'];
type Claim = Omit<ClaimView, 'words' | 'history'>;

/** What this role can do with a claim now: papers at the county, the insurer's word at the region. */
function claimSteps(t: (typeof claimsText)['zh' | 'en'], { status }: Claim, { actor }: Pick<AtWork, 'actor'>) {
  const reason = { key: 'reason', label: t.because, kind: 'long', maxLength: 500 } as const;
  const decide = (decision: 'accepted' | 'refused', label: string, question: string): StepAction<Claim> => ({
    ...{ key: decision, label, question, done: t.decided, fields: [reason] },
    tone: decision === 'refused' ? 'no' : 'go',
    path: ({ id }) => `${claims}/${id}/decide`,
    body: (values) => ({ decision, ...values }),
  });
  const papers: StepAction<Claim> = {
    ...{ key: 'documents', label: t.addDocuments, question: t.addQuestion, done: t.added },
    fields: [{ key: 'documents', label: t.documentsField, hint: t.documentsHint, kind: 'long' }],
    path: ({ id }) => `${claims}/${id}/documents`,
    body: ({ documents }) => ({ documents: linesOf(documents) }),
  };
  const pay: StepAction<Claim> = {
    ...{ key: 'pay', label: t.pay, question: t.payQuestion, done: t.payDone },
    fields: [
      { key: 'paidFen', label: t.paid, kind: 'money' },
      { key: 'paidOn', label: t.paidOn, kind: 'date' },
    ],
    ...{ path: ({ id }) => `${claims}/${id}/pay`, body: (values) => values },
  };
  const waits = status === 'reported' || status === 'documents';
  return [
    ...(waits && may(actor, 'claim.report') ? [papers] : []),
    ...(status === 'documents' && may(actor, 'claim.decide')
      ? [decide('accepted', t.accept, t.acceptQuestion), decide('refused', t.refuse, t.refuseQuestion)]
      : []),
    ...(status === 'accepted' && may(actor, 'claim.decide') ? [pay] : []),
  ];
}

/** 商业保险理赔: every claim with whose turn it is. */
export const Claims = workPage<Words, Claim>(claimsText, (t, at) => ({
  title: t.title,
  intro: t.intro,
  source: { list: claims, filters: {} },
  columns: [
    column('name', t.person, { kind: 'name', to: ({ id }) => `/office/insurance-claims/${id}` }),
    { ...countyColumn<Claim>(at.language), sorts: true },
    column('kind', t.kind, { value: ({ kind }) => t.kinds[kind] }),
    column('happenedOn', t.happenedOn, { kind: 'date', sorts: true }),
    column('claimedFen', t.claimed, { kind: 'money', sorts: true }),
    column('paidFen', t.paid, { kind: 'money' }),
    column('status', usualText[at.language].status, {
      ...{ kind: 'state', sorts: true },
      state: ({ status }) => stateOf(t.statuses, claimTones)(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name ?? '',
  steps: (claim) => claimSteps(t, claim, at),
  choices: [{ key: 'state', label: usualText[at.language].status, options: optionsOf(t.statuses, claimStatuses) }],
  sort: '-happenedOn',
  empty: t.none,
  above: may(at.actor, 'claim.report') ? (
    <p>
      <ButtonLink to="/office/insurance-claims/report">{t.reportFor}</ButtonLink>
    </p>
  ) : undefined,
}));

/** One claim with what happened, for those who need to know. */
export const ClaimRecord = recordPage<Words, ClaimView>(claimsText, (t, at) => ({
  path: (id) => `${claims}/${encodeURIComponent(id)}`,
  title: ({ name }) => name ?? t.title,
  titleIsName: true,
  state: ({ status }) => stateOf(t.statuses, claimTones)(status),
  summary: (claim) => [
    { label: t.kind, value: t.kinds[claim.kind] },
    { label: t.happenedOn, value: <Day of={claim.happenedOn} /> },
    { label: t.claimed, value: <Money fen={claim.claimedFen} /> },
    { label: t.paid, value: claim.paidFen === null ? '–' : <Money fen={claim.paidFen} /> },
  ],
  steps: (claim) => claimSteps(t, claim, at),
  sections: ({ words, documents, reason }) => [
    ...(words === null ? [] : [{ title: t.words, content: <Name>{words}</Name> }]),
    { title: t.documents, content: documents.length === 0 ? '–' : <Name>{documents.join('、')}</Name> },
    ...(reason ? [{ title: t.because, content: <Name>{reason}</Name> }] : []),
  ],
  history: ({ history }) => history.map(({ step, by, at: when }) => ({ at: when, by, what: t.steps[step] })),
}));

/** 替志愿者报案: found in the list of those on post. */
export const ReportClaimFor = workPage<Words, CoverageRow>(claimsText, (t, { language }) => ({
  title: t.reportFor,
  intro: t.reportIntro,
  source: { list: '/api/finance/coverage', filters: {} },
  columns: [
    column('name', t.person, { kind: 'name', sorts: true }),
    column('number', usualText[language].number, { sorts: true }),
    countyColumn<CoverageRow>(language),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name ?? '',
  steps: ({ name, accountId }) => [
    {
      ...{ key: 'report', label: t.reportOne, question: t.reportQuestion(name ?? ''), doLabel: t.send, done: t.sent },
      fields: reportFields(t),
      ...{ path: () => claims, body: (values) => ({ accountId, ...values }) },
    },
  ],
  empty: t.peopleNone,
}));
