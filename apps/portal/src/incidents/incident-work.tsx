import { may } from '@xibu/domain/access';
import {
  type IncidentKind,
  type IncidentLevel,
  type IncidentStatus,
  incidentKinds,
  incidentLevels,
  incidentStatuses,
} from '@xibu/domain/assessment/api';
import type { Language } from '../language/texts.js';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldSpec } from '../ui/fields.js';
import type { StepAction } from '../ui/StepButton.js';
import { incidentsText } from './incidents.text.js';

const incidents = '/api/assessment/incidents';

/** A row as assessment answers it. */
export interface IncidentRow {
  readonly id: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: IncidentKind;
  readonly level: IncidentLevel;
  readonly status: IncidentStatus;
  readonly happenedAt: string;
  readonly place: string;
  readonly people: number;
}

/** 突发事件: from the first report to the conclusion. */
export const Incidents = workPage<(typeof incidentsText)['zh'], IncidentRow>(
  incidentsText,
  (t, { actor, language }) => {
    const usual = usualText[language];
    const told = (key: string, label: string, question: string, done: string): StepAction<IncidentRow> => ({
      ...{ key, label, question, done, fields: [{ key: 'text', label: t.text, kind: 'long', maxLength: 4000 }] },
      ...{ path: ({ id }) => `${incidents}/${id}/${key}`, body: (values) => values },
    });
    return {
      title: t.title,
      intro: t.intro,
      source: { list: incidents, filters: {} },
      columns: [
        column('kind', t.kind, { value: ({ kind }) => t.kinds[kind] }),
        countyColumn<IncidentRow>(language),
        column('place', t.place, { kind: 'name' }),
        column('happenedAt', t.happenedAt, { kind: 'instant', sorts: true }),
        column('people', t.people, { kind: 'count' }),
        column('level', t.level, {
          ...{ kind: 'state', sorts: true },
          state: ({ level }) => stateOf(t.levels, { serious: 'warn', grave: 'bad' })(level),
        }),
        column('status', usual.status, {
          kind: 'state',
          state: ({ status }) => stateOf(t.statuses, { reported: 'act', responding: 'act', concluded: 'ok' })(status),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ kind, place }) => `${t.kinds[kind]} ${place}`,
      steps: ({ status }) => {
        if (['reported', 'responding'].includes(status) && may(actor, 'incident.handle')) {
          const respond = told('respond', t.respond, t.respondQuestion, t.responded);
          return status === 'reported' ? [respond] : [respond, told('close', t.close, t.closeQuestion, t.closed)];
        }
        if (status !== 'closed' || !may(actor, 'incident.conclude')) return [];
        return [
          {
            ...{ key: 'conclude', label: t.conclude, question: t.concludeQuestion, done: t.concluded },
            fields: [
              { key: 'managementFault', label: t.fault, kind: 'yes-no' },
              { key: 'finding', label: t.finding, kind: 'long', maxLength: 4000 },
            ],
            ...{ path: ({ id }) => `${incidents}/${id}/conclude`, body: (values) => values },
          },
        ];
      },
      tools: may(actor, 'incident.report')
        ? [
            {
              ...{ key: 'report', label: t.report, question: t.reportQuestion, doLabel: t.reportDo, done: t.reported },
              ...{ fields: reportFields(language, actor.unit), path: () => incidents },
              body: ({ date, time, ...values }) => ({
                ...{ unit: actor.unit ?? undefined, ...values },
                happenedAt: `${date}T${time}:00+08:00`,
              }),
            },
          ]
        : [],
      choices: [{ key: 'status', label: usual.status, options: optionsOf(t.statuses, incidentStatuses) }],
      empty: t.none,
    };
  },
);

function reportFields(language: Language, ownUnit: string | null): readonly FieldSpec[] {
  const t = incidentsText[language];
  const unit: FieldSpec = {
    key: 'unit',
    label: usualText[language].unit,
    hint: t.unitHint,
    kind: 'text',
    maxLength: 40,
  };
  return [
    ...(ownUnit ? [] : [unit]),
    { key: 'kind', label: t.kind, kind: 'choice', options: optionsOf(t.kinds, incidentKinds) },
    { key: 'level', label: t.level, kind: 'one-of', options: optionsOf(t.levels, incidentLevels) },
    { key: 'date', label: t.date, kind: 'date' },
    {
      ...{ key: 'time', label: t.time, hint: t.timeHint, kind: 'text', maxLength: 5 },
      check: (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? null : t.timeFault),
    },
    { key: 'place', label: t.place, kind: 'text', maxLength: 100 },
    { key: 'people', label: t.people, kind: 'count', min: 0 },
    { key: 'account', label: t.account, kind: 'long', maxLength: 4000 },
  ];
}
