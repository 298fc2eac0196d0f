import { expect, test } from '@jest/globals';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { sampleBook, sampleDraft } from '../applications/sample-application.js';
import { openNotice, requireRunning } from './public-notice.rules.js';

const now = new Date('2023-06-10T15:00:00+08:00');
const frame = {
  ...{ id: 'n', season: '2023-2024', division: 150000, university: '4115010126', universityName: '内蒙古大学' },
  openedBy: 'officer',
};
const person = (changes = {}) => ({
  application: sampleDraft({ status: 'health-passed', ...changes }),
  county: '兴安盟科尔沁右翼前旗',
  post: '小学教师',
});
const code = (refusal: string) => expect.objectContaining({ code: refusal });

test('a notice runs three legal days, the first and the last included', () => {
  const { notice } = openNotice(frame, [person()], sampleBook, '2023-06-10', now);
  expect(notice).toMatchObject({ opensOn: '2023-06-10', closesOn: '2023-06-12', status: 'open', people: 1 });
});

test('what is public is masked, and leads to nobody', () => {
  const { lines, facts, applications } = openNotice(frame, [person()], sampleBook, '2023-06-10', now);
  expect(lines).toEqual([
    {
      ...{ line: 1, name: '苏**', faculty: '文学与新闻传播学院', major: '汉语言文学' },
      ...{ county: '兴安盟科尔沁右翼前旗', post: '小学教师' },
    },
  ]);
  expect(applications[0]).toMatchObject({ status: 'noticed', decidedBy: sampleBook.version });
  expect(facts).toMatchObject([{ data: { opensOn: '2023-06-10', closesOn: '2023-06-12' } }]);
});

test('an empty list is not opened', () => {
  expect(() => openNotice(frame, [], sampleBook, '2023-06-10', now)).toThrow(code('public-notice.nobody'));
});

test.each(applicationStatuses.filter((status) => status !== 'health-passed'))('nobody is listed from %s', (status) => {
  expect(() => openNotice(frame, [person({ status })], sampleBook, '2023-06-10', now)).toThrow(
    code('application.wrong-step'),
  );
});

test.each([
  ['2023-06-09', 'refused'],
  ['2023-06-10', 'taken'],
  ['2023-06-12', 'taken'],
  ['2023-06-13', 'refused'],
] as const)('on %s objections are %s', (day, outcome) => {
  const ask = () => requireRunning({ opensOn: '2023-06-10', closesOn: '2023-06-12' }, day);
  if (outcome === 'taken') expect(ask).not.toThrow();
  else expect(ask).toThrow(code('public-notice.over'));
});
