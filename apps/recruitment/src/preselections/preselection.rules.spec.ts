import { expect, test } from '@jest/globals';
import type { DataOf } from '@xibu/domain';
import type { PlacementDecided } from '@xibu/domain/placement/events';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { isEnded } from '../applications/application.js';
import { sampleDraft } from '../applications/sample-application.js';
import { follow } from './preselection.rules.js';

const now = new Date('2023-06-02T12:00:00+08:00');
const of = { roundId: 'r1', applicationId: sampleDraft().id, accountId: 'account-1', season: '2023-2024' };
const placed: DataOf<typeof PlacementDecided> = {
  ...of,
  ...{ outcome: 'placed', postId: 'p1', postTitle: '小学教师', county: 152221 },
};
const unplaced: DataOf<typeof PlacementDecided> = {
  ...of,
  ...{ outcome: 'unplaced', postId: null, postTitle: null, county: null },
};
const ended = applicationStatuses.filter((status) => isEnded({ status }));

test.each(['qualified', 'reserve', 'preselected'] as const)('a post makes somebody %s preselected', (status) => {
  const { application, preselection, loss, facts } = follow(sampleDraft({ status }), placed, now);
  expect(application.status).toBe('preselected');
  expect(preselection).toMatchObject({ postId: 'p1', county: 152221, outcome: 'placed', decidedAt: now });
  expect({ loss, facts }).toEqual({ loss: null, facts: [] });
});

test.each(['qualified', 'reserve'] as const)('without a post somebody %s is on the reserve', (status) => {
  expect(follow(sampleDraft({ status }), unplaced, now).application.status).toBe('reserve');
});

test.each(ended)('a seat given to somebody %s is lost at once, and they do not come back', (status) => {
  const { application, loss, facts } = follow(sampleDraft({ status }), placed, now);
  expect(application.status).toBe(status);
  expect(loss).toMatchObject({ postId: 'p1', reason: 'withdrawn' });
  expect(facts).toMatchObject([{ type: 'recruitment.application.lost.v1', data: { postId: 'p1' } }]);
});

test.each(ended)('no seat for somebody %s changes nothing', (status) => {
  expect(follow(sampleDraft({ status }), unplaced, now)).toMatchObject({
    application: { status },
    loss: null,
    facts: [],
  });
});

test.each(
  applicationStatuses.filter(
    (status) => !isEnded({ status }) && !['qualified', 'reserve', 'preselected'].includes(status),
  ),
)('a round has nothing to decide for somebody %s', (status) => {
  for (const decided of [placed, unplaced]) {
    expect(() => follow(sampleDraft({ status }), decided, now)).toThrow(
      expect.objectContaining({ code: 'application.wrong-step' }),
    );
  }
});

test('a preselected person does not fall back onto the reserve', () => {
  expect(() => follow(sampleDraft({ status: 'preselected' }), unplaced, now)).toThrow(
    expect.objectContaining({ code: 'application.wrong-step' }),
  );
});
