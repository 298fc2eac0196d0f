import { expect, test } from '@jest/globals';
import { maskName, personNameFaults, readPersonName } from './person-name.js';

test.each([
  ['乌云其木格', '乌云其木格'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['阿依古丽•买买提', '阿依古丽·买买提'],
  ['阿依古丽．买买提', '阿依古丽·买买提'],
  [' 张 明 ', '张明'],
  ['张\u{2C386}', '张\u{2C386}'],
  ['王\u{20BB7}', '王\u{20BB7}'],
  ['李〇', '李〇'],
  ['龘㛃', '龘㛃'],
])('%s is a name, written %s', (text, name) => {
  expect(readPersonName(text)).toEqual({ ok: true, name });
});

test.each([
  ['', { reason: 'empty' }],
  ['张3', { reason: 'characters', character: '3' }],
  ['Zhang', { reason: 'characters', character: 'Z' }],
  ['张\u{E863}', { reason: 'characters', character: '\u{E863}' }],
  ['张？', { reason: 'characters', character: '？' }],
  ['·买买提', { reason: 'dot' }],
  ['阿依··买买提', { reason: 'dot' }],
  ['买买提·', { reason: 'dot' }],
  ['张', { reason: 'length' }],
  ['张'.repeat(51), { reason: 'length' }],
] as const)('"%s" is refused', (text, expected) => {
  expect(readPersonName(text)).toEqual({ ok: false, ...expected });
  expect(personNameFaults[expected.reason].zh).not.toBe('');
});

test.each([
  ['李明', '李*'],
  ['李小明', '李**'],
  ['欧阳明', '欧阳*'],
  ['欧阳小明', '欧阳**'],
  ['欧阳', '欧*'],
  ['乌云其木格', '乌**'],
  ['阿依古丽·买买提', '阿**'],
  ['\u{20BB7}小明', '\u{20BB7}**'],
])('%s stands in a public list as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
