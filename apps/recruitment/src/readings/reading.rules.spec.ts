import { expect, test } from '@jest/globals';
import { actorOf } from '@xibu/platform/testing';
import { read, type Subject } from './reading.rules.js';

const now = new Date('2023-06-01T10:00:00+08:00');
const subject: Subject = {
  ...{ applicationId: 'a1', accountId: 'p1', division: 150000, university: 'u1', faculty: 'f1' },
  ...{ field: 'identityNumber', subjectId: 'a1' },
};
const officer = actorOf('university.officer', { university: 'u1' });

test('a reading says who, what, why and when', () => {
  expect(read('r1', subject, ' 核对报名表 ', officer, now)).toMatchObject({
    ...{ id: 'r1', applicationId: 'a1', accountId: 'p1', field: 'identityNumber', reason: '核对报名表', at: now },
    ...{ readBy: officer.account, readByName: officer.name, officeName: officer.officeName },
  });
});

test.each(['', '   '])('nothing is opened for the reason "%s"', (reason) => {
  expect(() => read('r1', subject, reason, officer, now)).toThrow(expect.objectContaining({ code: 'reason.missing' }));
});

test.each(['healthConclusion', 'objectionContact'] as const)('a faculty does not open the %s', (field) => {
  const faculty = actorOf('faculty.officer', { university: 'u1', faculty: 'f1' });
  expect(() => read('r1', { ...subject, field }, '核对', faculty, now)).toThrow(
    expect.objectContaining({ code: 'permission.missing' }),
  );
});
