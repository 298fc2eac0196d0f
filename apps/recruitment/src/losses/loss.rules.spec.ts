import { describe, expect, test } from '@jest/globals';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { sampleDraft } from '../applications/sample-application.js';
import { lose } from './loss.rules.js';

const now = new Date('2023-07-02T12:00:00+08:00');
const seat = { postId: 'p1', postTitle: '小学教师', county: 152221 };
const from = {
  withdrawn: ['preselected', 'health-passed', 'noticed'],
  health: ['preselected'],
  objection: ['noticed'],
  declined: ['admitted'],
  'no-show': ['admitted'],
  'no-diploma': ['admitted'],
} as const;

describe.each(Object.entries(from))('a loss for the reason %s', (reason, statuses) => {
  const take = (status: (typeof applicationStatuses)[number]) =>
    lose(sampleDraft({ status }), seat, reason as keyof typeof from, now);

  test.each(statuses)('frees the seat of somebody %s', (status) => {
    const [application, loss, fact] = take(status);
    expect(application.status).toBe(reason === 'health' ? 'health-failed' : 'lost');
    expect(loss).toMatchObject({ reason, ...seat, lostAt: now });
    expect(fact).toMatchObject({ type: 'recruitment.application.lost.v1', data: { reason, postId: 'p1' } });
  });

  const others: readonly string[] = statuses;
  test.each(applicationStatuses.filter((status) => !others.includes(status)))(
    'is refused for somebody %s',
    (status) => {
      expect(() => take(status)).toThrow(expect.objectContaining({ code: 'application.wrong-step' }));
    },
  );
});
