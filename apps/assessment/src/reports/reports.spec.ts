import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import { type ReportStatus, reportStatuses } from '@xibu/domain/assessment/api';
import { MonthlyReportLate, MonthlyReportSubmitted } from '@xibu/domain/assessment/events';
import { asWorkOf } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason } from '@xibu/platform/testing-season';
import { assessment } from '../assessment.service.js';
import { serve } from '../sample-volunteers.js';
import { CheckReports } from './check-reports.js';
import { EveryDayTellLateReports } from './every-day-tell-late-reports.js';
import { EveryMonthOpenReports } from './every-month-open-reports.js';
import type { Report } from './report.js';
import { checkReport, submitReport } from './report.rules.js';
import { SubmitReport } from './submit-report.js';

const content = {
  onPost: 3,
  onLeave: 0,
  absent: 0,
  left: 0,
  ill: 0,
  accidents: 0,
  dormitoriesChecked: true,
  problems: '',
  explanation: '',
};
const report = (status: ReportStatus): Report => ({
  ...{ id: '152201:2023-09', county: 152201, month: '2023-09', status, dueOn: '2023-10-04', expectedOnPost: 3 },
  ...{ content: null, submittedAt: null, submittedBy: null, late: false, checks: [] },
});
const now = new Date('2023-10-03T10:00:00+08:00');

describe('a report', () => {
  const steps = {
    submit: { from: ['due'], take: (given: Report) => submitReport(given, content, '张', now) },
    leagueCheck: { from: ['submitted'], take: (given: Report) => checkReport(given, 'league-city', '', '李', now) },
    regionCheck: { from: ['league-checked'], take: (given: Report) => checkReport(given, 'region', '', '王', now) },
  };
  for (const [name, { from, take }] of Object.entries(steps)) {
    test.each(reportStatuses.filter((status) => !from.includes(status)))(
      `is not taken through ${name} from %s`,
      (status) => {
        expect(() => take(report(status))).toThrow(expect.objectContaining({ code: 'report.wrong-step' }));
      },
    );
    test.each(from as ReportStatus[])(`is taken through ${name} from %s`, (status) => {
      expect(() => take(report(status))).not.toThrow();
    });
  }
  test('of zeros is a report; a count that differs is explained', () => {
    const zero = { ...content, onPost: 0 };
    expect(() => submitReport(report('due'), zero, '张', now)).toThrow(
      expect.objectContaining({ code: 'report.unexplained' }),
    );
    const [submitted, fact] = submitReport(report('due'), { ...zero, explanation: '全部调往培训' }, '张', now);
    expect(submitted).toMatchObject({ status: 'submitted', late: false });
    expectShape(sampleOf(MonthlyReportSubmitted), fact.data);
  });
  test('is in time until the end of its last day, and late after', () => {
    expect(submitReport(report('due'), content, '张', new Date('2023-10-04T23:59:59+08:00'))[0].late).toBe(false);
    expect(submitReport(report('due'), content, '张', new Date('2023-10-05T00:00:00+08:00'))[0].late).toBe(true);
  });
});

describe('through the year', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(assessment, '2023-10-01T01:00:00+08:00');
    await openSeason(db);
    await serve(db, 152201, 3);
    await serve(db, 152202, 2);
  });
  afterAll(() => db.close());

  const tick = (schedule: { run(tick: { due: Date; day: LegalDate }): Promise<void> }, day: LegalDate) =>
    asWorkOf('assessment', 'test', () => schedule.run({ due: new Date(), day }));

  test('every county with people gets a report for the month before, with what the system counts; twice opens nothing twice', async () => {
    await tick(new EveryMonthOpenReports(db.database), '2023-10-01');
    await tick(new EveryMonthOpenReports(db.database), '2023-10-01');
    const rows = await db.query(
      `select id, status, to_char(due_on, 'YYYY-MM-DD') "dueOn", expected_on_post "n" from report order by id`,
    );
    expect(rows).toEqual([
      { id: '152201:2023-09', status: 'due', dueOn: '2023-10-04', n: 3 },
      { id: '152202:2023-09', status: 'due', dueOn: '2023-10-04', n: 2 },
    ]);
  });

  test('what is missing after its day is told upward, once', async () => {
    const officer = actorOf('county.officer', { division: 152201 });
    await as(officer, () => new SubmitReport(db.database, db.clock).run('152201:2023-09', content, officer));
    for (const day of ['2023-10-04', '2023-10-05', '2023-10-06'] as const)
      await tick(new EveryDayTellLateReports(db.database, db.clock), day);
    const late = (await db.facts()).filter(({ type }) => type === MonthlyReportLate.type);
    expect(late.map(({ key }) => key)).toEqual(['152202:2023-09']);
    expectShape(sampleOf(MonthlyReportLate), late[0]?.data);
  });

  test('a county does not hand in another’s report', async () => {
    const stranger = actorOf('county.officer', { division: 152202 });
    await expect(
      as(stranger, () => new SubmitReport(db.database, db.clock).run('152201:2023-09', content, stranger)),
    ).rejects.toMatchObject({ code: 'record.unknown' });
  });

  test('a league-city checks many; what it may not check is named, row by row', async () => {
    const league = actorOf('league-city.officer', { division: 152200 });
    const check = () =>
      new CheckReports(db.database, db.clock).run(
        'league-city',
        ['152201:2023-09', '152202:2023-09', '152501:2023-09'],
        '已核',
        league,
      );
    expect(await as(league, check)).toEqual([
      { id: '152201:2023-09', done: true },
      { id: '152202:2023-09', done: false, code: 'report.wrong-step' },
      { id: '152501:2023-09', done: false, code: 'record.unknown' },
    ]);
  });
});
