import { may } from '@xibu/domain/access';
import type { VolunteerRow } from '@xibu/domain/placement/api';
import { grades } from '@xibu/domain/programme-terms';
import { countyColumn, optionsOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { appraisalsText } from './appraisals.text.js';

type Words = (typeof appraisalsText)['zh'];

/** 服务期满鉴定 by the county (notice part four §4): for everybody whose service has ended. */
export const Appraisals = workPage<Words, VolunteerRow>(appraisalsText, (t, { actor, language, season }) => ({
  title: t.title,
  intro: t.intro,
  source: { list: '/api/placement/volunteers', filters: { season, status: 'left' } },
  columns: [
    column('name', t.person, { kind: 'name', sorts: true, to: ({ id }) => `/office/volunteers/${id}` }),
    column('number', t.number, { sorts: true }),
    countyColumn<VolunteerRow>(language),
    column('unitName', t.unit, { kind: 'name' }),
    column('leftOn', t.leftOn, { kind: 'date' }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  bulk: may(actor, 'appraisal.write')
    ? [
        {
          ...{ key: 'write', label: t.write, doLabel: t.writeDo, question: t.question },
          fields: [
            { key: 'grade', label: t.grade, kind: 'one-of', options: optionsOf(usualText[language].grades, grades) },
            { key: 'text', label: t.text, hint: t.textHint, kind: 'long', maxLength: 4000 },
          ],
          path: '/api/assessment/appraisals/bulk',
          body: (ids, values) => ({ rows: ids.map((volunteerId) => ({ volunteerId, ...values })) }),
        },
      ]
    : undefined,
  empty: t.none,
}));
