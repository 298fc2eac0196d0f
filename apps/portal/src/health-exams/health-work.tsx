import { may } from '@xibu/domain/access';
import type { HealthExamView, ImportOutcome } from '@xibu/domain/recruitment/api';
import { outcomeOfImport } from '../exam-sessions/exam-work.js';
import { FileImport } from '../office/FileImport.js';
import { stateOf, universities } from '../office/usual.js';
import { column, workPage } from '../office/WorkPage.js';
import { universityText } from './university.text.js';

const exams = '/api/recruitment/health-exams';

/** 体检: batches of a university or of the region. */
export const HealthExams = workPage<(typeof universityText)['zh'], HealthExamView>(
  universityText,
  (t, { actor, season }) => ({
    title: t.health,
    intro: t.healthIntro,
    source: { list: exams, filters: { season } },
    isWhole: true,
    columns: [
      column('hospital', t.hospital, { kind: 'name', to: ({ id }) => `/office/health-exams/${id}` }),
      column('heldOn', t.heldOn, { kind: 'date' }),
      column('university', t.university, {
        ...{ kind: 'code', path: universities, value: ({ university }) => university ?? t.ofAll },
      }),
      column('passed', t.passed, { kind: 'count' }),
      column('failed', t.failed, { kind: 'count' }),
      column('status', t.status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { open: 'act' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ hospital }) => hospital,
    steps: ({ status }) =>
      status === 'open' && may(actor, 'health-exam.manage')
        ? [
            {
              ...{ key: 'close', label: t.close, done: t.closed },
              ...{ path: ({ id }) => `${exams}/${id}/close`, body: () => ({}) },
            },
          ]
        : [],
    tools: may(actor, 'health-exam.manage')
      ? [
          {
            ...{ key: 'open', label: t.open, question: t.openQuestion, done: t.opened, path: () => exams },
            fields: [
              { key: 'hospital', label: t.hospital, kind: 'text', maxLength: 100 },
              { key: 'heldOn', label: t.heldOn, kind: 'date' },
            ],
            body: (values) => ({ season, ...values }),
          },
        ]
      : [],
    empty: t.healthNone,
  }),
);

/** Results of one batch, by a sheet. */
export const HealthResults = workPage<(typeof universityText)['zh'], HealthExamView>(
  universityText,
  (t, { actor, season, id }) => ({
    title: t.results,
    source: { list: exams, filters: { season } },
    isWhole: true,
    columns: [
      column('hospital', t.hospital, { kind: 'name' }),
      column('heldOn', t.heldOn, { kind: 'date' }),
      column('passed', t.passed, { kind: 'count' }),
      column('failed', t.failed, { kind: 'count' }),
    ],
    idOf: (row) => row.id,
    nameOf: ({ hospital }) => hospital,
    empty: t.healthNone,
    above: may(actor, 'health-exam.manage') ? (
      <FileImport<ImportOutcome>
        title={t.importTitle}
        hint={t.importHint}
        columns={t.sheetColumns}
        path={`${exams}/${encodeURIComponent(id)}/results`}
        body={(file) => ({ file })}
        outcome={outcomeOfImport}
      />
    ) : undefined,
  }),
);
