import { expect, test } from '@jest/globals';
import { type Special, specials } from '@xibu/domain';
import { sampleBook } from '../applications/sample-application.js';
import { classesOf, hasLedStudents, metPreferences, type PreferredBySpecial } from './preference.rules.js';
import { rankingRule } from './qualified-list.rules.js';

const rule = rankingRule(sampleBook, undefined);
const preferred = (...of: Special[]): PreferredBySpecial =>
  Object.fromEntries(specials.map((special) => [special, of.includes(special)])) as PreferredBySpecial;
const classOf = (special: Special, form: object, majors: PreferredBySpecial) =>
  classesOf(metPreferences(form, majors, rule), rule)[special];

const volunteer = { volunteerHours: 20 };
const leader = { studentLeaderPosts: '院团委副书记' };

test.each([
  ['rural-education', volunteer, ['rural-education'], 0],
  ['rural-education', {}, ['rural-education'], 1],
  ['rural-education', volunteer, [], 2],
  ['rural-education', {}, [], 3],
  ['rural-education', { ...volunteer, ...leader }, [], 2],
  ['youth-work', { ...volunteer, ...leader }, [], 0],
  ['youth-work', leader, [], 1],
  ['youth-work', volunteer, ['youth-work'], 2],
  ['serve-xinjiang', { ...volunteer, ...leader }, [], 0],
  ['serve-xinjiang', volunteer, ['serve-xinjiang'], 0],
  ['serve-xinjiang', volunteer, [], 2],
] as const)('for %s, %j with preferred majors %j is class %i (annex)', (special, form, majors, expected) => {
  expect(classOf(special, form, preferred(...majors))).toBe(expected);
});

test('what speaks for somebody is named special by special, and only where the special asks for it', () => {
  expect(metPreferences({ ...volunteer, ...leader }, preferred('rural-governance'), rule)).toEqual({
    'rural-education': ['volunteering'],
    'rural-construction': ['volunteering'],
    'healthy-countryside': ['volunteering'],
    'youth-work': ['student-leader', 'volunteering'],
    'rural-governance': ['major', 'volunteering'],
    'serve-xinjiang': ['student-leader', 'volunteering'],
  });
});

test('volunteering counts from the hours of the rulebook on, inclusive', () => {
  const strict = { ...rule, volunteeringHoursMin: 20 };
  expect(metPreferences({ volunteerHours: 20 }, preferred(), strict)['youth-work']).toEqual(['volunteering']);
  expect(metPreferences({ volunteerHours: 19 }, preferred(), strict)['youth-work']).toEqual([]);
});

test.each(['', '  ', '无', '没有', '/', 'None'])('"%s" is no post among students', (studentLeaderPosts) => {
  expect(hasLedStudents({ studentLeaderPosts })).toBe(false);
});
