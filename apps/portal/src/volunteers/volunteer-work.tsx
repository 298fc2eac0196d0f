import { may } from '@xibu/domain/access';
import { type VolunteerRow, type VolunteerView, volunteerStatuses } from '@xibu/domain/placement/api';
import { specials } from '@xibu/domain/programme-terms';
import { Name } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { recordPage } from '../office/RecordPage.js';
import { countyColumn, optionsOf, stateOf, universities } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { sayDay } from '../ui/legal-dates.js';
import { CodeName } from '../ui/ValueOf.js';
import { placeOfService } from './place-of-service.js';
import { volunteersText } from './volunteers.text.js';

export const volunteers = '/api/placement/volunteers';

export function stateOfVolunteer(status: VolunteerRow['status'], language: Language) {
  const tones = { 'on-post': 'ok', 'on-leave': 'warn', overdue: 'bad', lost: 'bad' } as const;
  return stateOf(volunteersText[language].statuses, tones)(status);
}

/** 志愿者: everybody of one's area from admission to the last day; a county confirms arrivals from here. */
export const Volunteers = workPage<(typeof volunteersText)['zh'], VolunteerRow>(
  volunteersText,
  (t, { actor, language, season }) => {
    const usual = usualText[language];
    const confirm = {
      ...{ label: t.confirm, doLabel: t.confirmDo, question: t.confirmQuestion },
      fields: [{ key: 'on', label: t.confirmOn, kind: 'date' as const }],
    };
    return {
      title: t.title,
      source: { list: volunteers, filters: { season } },
      columns: [
        column('name', usual.name, { kind: 'name', sorts: true, to: ({ id }) => `/office/volunteers/${id}` }),
        column('number', usual.number, { sorts: true }),
        countyColumn<VolunteerRow>(language),
        column('unitName', usual.unit, { kind: 'name' }),
        column('postTitle', t.post, { kind: 'name' }),
        column('special', usual.special, { value: ({ special }) => usual.specials[special] }),
        column('onPostOn', t.onPost, { kind: 'date', sorts: true }),
        column('status', usual.status, {
          ...{ kind: 'state', sorts: true },
          state: ({ status }) => stateOfVolunteer(status, language),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      steps: (row) =>
        row.status === 'agreement-signed' && may(actor, 'volunteer.confirm-on-post')
          ? [
              {
                ...{ key: 'on-post', ...confirm, done: t.confirmed, path: () => `${volunteers}/on-post` },
                body: ({ on }) => ({ season, rows: [{ number: row.number, on }] }),
              },
            ]
          : [],
      search: t.search,
      choices: [
        { key: 'status', label: usual.status, options: optionsOf(t.statuses, volunteerStatuses) },
        { key: 'special', label: usual.special, options: optionsOf(usual.specials, specials) },
      ],
      empty: t.none,
      exports: `${volunteers}/export`,
    };
  },
);

/** One volunteer, for every office in whose area they serve; personal data masked. */
export const VolunteerRecord = recordPage<(typeof volunteersText)['zh'], VolunteerView>(
  volunteersText,
  (t, { language }) => {
    const usual = usualText[language];
    const day = (date: string | null) => (date ? sayDay(date, language) : t.notYet);
    return {
      path: (id) => `${volunteers}/${encodeURIComponent(id)}`,
      title: ({ name }) => name,
      titleIsName: true,
      state: ({ status }) => stateOfVolunteer(status, language),
      summary: (one) => [{ label: t.number, value: one.number }, ...placeOfService(one, language)],
      steps: () => [],
      sections: (one) => [
        {
          title: t.service,
          facts: [
            { label: usual.special, value: usual.specials[one.special] },
            { label: usual.project, value: usual.projects[one.projectKind] },
            { label: t.checkedIn, value: day(one.checkedInOn) },
            { label: t.dispatchedOn, value: day(one.dispatchedOn) },
            { label: t.onPost, value: day(one.onPostOn) },
            { label: t.term, value: day(one.termTo) },
          ],
        },
        {
          title: t.person,
          facts: [
            { label: t.identity, value: one.identityNumberMasked },
            { label: t.university, value: <CodeName path={universities} code={one.university} /> },
            { label: t.major, value: <Name>{one.major}</Name> },
            { label: t.card, value: one.cardLastFour ?? t.notYet },
            { label: t.registration, value: day(one.registration?.registeredOn ?? null) },
          ],
        },
      ],
      history: ({ history }) =>
        history.map(({ at, by, step, note }) => ({
          at,
          by,
          what: sayStep(step, language),
          why: sayNote(step, note, language),
        })),
    };
  },
);

/** A step of somebody's service in words; a step that is new here is shown by its code. */
export function sayStep(step: string, language: Language): string {
  const words: Readonly<Record<string, string>> = volunteersText[language].steps;
  return words[step] ?? step;
}

const codedSteps = ['left', 'lost', 'failed-to-report', 'leave-approved', 'on-leave', 'back-on-post', 'extended'];

/** What was noted at a step: days, reasons and kinds of leaving are codes there, everything else is a document or words. */
function sayNote(step: string, note: string | null, language: Language): string | undefined {
  if (!note) return undefined;
  const t = volunteersText[language];
  if (step === 'overdue') return t.overdueDays(Number(note));
  if (!codedSteps.includes(step)) return note;
  const words: Readonly<Record<string, string>> = { ...t.lossReasons, ...t.leavingKinds };
  const parts = note.split(' ').map((part) => words[part] ?? sayDay(part, language));
  return parts.join(' – ');
}
