import { expect, test } from '@jest/globals';
import type { IssueNoticeRequest } from '@xibu/domain/programme/api';
import { NoticeIssued } from '@xibu/domain/programme/events';
import { actorOf } from '@xibu/platform/testing';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Office } from '../offices/office.js';
import type { Receipt, Recipient } from './notice.js';
import { issue, receive, recipientsMax } from './notice.rules.js';

const now = new Date('2023-05-10T12:00:00+08:00');
const actor = actorOf('region.officer', { division: 150000 });
const region: Office = {
  ...{ id: 'region', tier: 'region', name: '内蒙古自治区西部计划项目办', parentId: 'national', division: 150000 },
  ...{ university: null, faculty: null, unit: null, scopeDivision: 150000, dutyPhone: null, status: 'open' },
  ...{ closedReason: null, openedAt: now, version: 1 },
};
const county: Recipient = { id: 'county', scopeDivision: 152202, university: null, faculty: null, unit: null };
const request: IssueNoticeRequest = {
  ...{ number: ' 内西部办〔2023〕12号 ', title: '关于报送岗位的通知', text: '各旗县项目办：', tiers: ['county'] },
  ...{ isPublic: false, receiptDueOn: '2023-05-10' },
};
const issuing = (part: Partial<IssueNoticeRequest> = {}, recipients: readonly Recipient[] = [county], by = region) =>
  issue({ ...request, ...part }, by, recipients, actor, { id: 'notice-1', now });

test('a notice is told with its number and everybody it goes to', () => {
  const [notice, fact] = issuing();
  expect(notice).toMatchObject({
    number: '内西部办〔2023〕12号',
    issuedByName: region.name,
    receiptDueOn: '2023-05-10',
  });
  expectShape(sampleOf(NoticeIssued), fact.data);
  expect(fact.data).toMatchObject({ recipients: ['county'], issuedBy: 'region' });
});

test.each<[string, () => unknown, string]>([
  ['to nobody', () => issuing({}, []), 'notice.no-recipients'],
  [
    'to more than one fact can name',
    () => issuing({}, Array(recipientsMax + 1).fill(county)),
    'notice.too-many-recipients',
  ],
  ['due yesterday', () => issuing({ receiptDueOn: '2023-05-09' }), 'notice.due-in-past'],
  ['due on no day', () => issuing({ receiptDueOn: '2023-02-30' }), 'notice.due-in-past'],
  ['of a closed office', () => issuing({}, [county], { ...region, status: 'closed' }), 'office.closed'],
])('a notice %s is refused', (_, work, code) => {
  expect(refusalOf(work)).toBe(code);
});

test('a public notice needs no recipients', () => {
  expect(issuing({ isPublic: true, tiers: [] }, [])[0].isPublic).toBe(true);
});

test('the first reading is the receipt; an answer may be added later', () => {
  const unread: Receipt = {
    ...{ id: 'r', noticeId: 'n', officeId: 'county', division: 152202, university: null, faculty: null, unit: null },
    ...{ readAt: null, readBy: null, feedback: null },
  };
  const read = receive(unread, undefined, actor, now);
  expect(read).toMatchObject({ readAt: now, readBy: actor.name, feedback: null });
  const later = receive(read, ' 已落实 ', actorOf('county.officer'), new Date('2023-05-11T00:00:00Z'));
  expect(later).toMatchObject({ readAt: now, readBy: actor.name, feedback: '已落实' });
});
