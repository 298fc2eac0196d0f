import { expect, test } from '@jest/globals';
import { sampleRulebook } from '@xibu/domain/samples';
import { ruleNames } from './rule-names.text.js';
import { changedRules, readGroups, ruleSections, sayGroups, sayValue } from './rule-values.js';

const { values } = sampleRulebook;

test('every number of the rulebook stands in one section and has a name', () => {
  const placed = Object.values(ruleSections).flat();
  expect([...placed].sort()).toEqual(Object.keys(values).sort());
  expect(Object.keys(ruleNames.zh).sort()).toEqual(Object.keys(values).sort());
});

test.each([
  ['insuranceAccidentFenMin', '¥800,000.00'],
  ['qualifyingScoreHundredthsMin', '60'],
  ['diplomaBy', '2023年7月31日'],
  ['unpaidAbsences', '逾期未归'],
  ['employerInsuranceSource', '旗县财政'],
  ['requiredPayComponents', '生活补贴'],
  ['leaveEachDaysMax', '15'],
] as const)('%s is said as %s', (rule, said) => {
  expect(sayValue(rule, values, 'zh')).toBe(said);
});

test.each(['zh', 'en'] as const)('preferences that are said in %s are read back as they were', (language) => {
  expect(readGroups(sayGroups(values.preferenceGroups, language), language)).toEqual(values.preferenceGroups);
});

test('a preference that nobody knows, and a special that is missing, are not understood', () => {
  const said = sayGroups(values.preferenceGroups, 'zh');
  expect(readGroups(said.replace('专业对口', '身高'), 'zh')).toBeNull();
  expect(readGroups(said.split('\n').slice(1).join('\n'), 'zh')).toBeNull();
});

test('what changed between two versions is told rule by rule', () => {
  expect([...changedRules(values, values)]).toEqual([]);
  const next = { ...values, subsidyDueDay: 10, unpaidAbsences: ['overdue', 'personal'] as const };
  expect([...changedRules(values, next)].sort()).toEqual(['subsidyDueDay', 'unpaidAbsences']);
});
