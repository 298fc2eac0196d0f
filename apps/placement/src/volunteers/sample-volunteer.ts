import { samplePost } from '../posts/sample-post.js';
import { heldPost } from './expect-volunteer.js';
import type { Volunteer } from './volunteer.js';

/** A made-up volunteer on post. */
export function sampleVolunteer(changes: Partial<Volunteer> = {}): Volunteer {
  const post = samplePost({ code: '152221-23-001', status: 'open' });
  const stint = { from: '2023-08-01', to: null, county: 152221, unit: post.unit, projectKind: 'national' } as const;
  return {
    ...{ id: '01890000-0000-7000-8000-000000000501', number: '2023-15-000001', season: '2023-2024' },
    ...{ lastSeason: '2023-2024', accountId: '01890000-0000-7000-8000-000000000301', status: 'on-post' },
    ...{ applicationId: '01890000-0000-7000-8000-000000000001', county: 152221, unit: post.unit, postId: post.id },
    ...{ post: heldPost(post), confirmationNumber: 'Q2023-15-000001', track: 'open' },
    ...{ admittedAt: new Date('2023-07-10T02:00:00Z'), name: '测试', sex: '女', university: 'u1', major: '教育学' },
    ...{ identityMasked: '1506**********0022', cardLastFour: '1234', covers: {}, cameWithoutDiploma: false },
    ...{ diploma: 'diploma', checkedInOn: '2023-07-25', dispatchId: null, dispatchedOn: '2023-07-29' },
    ...{ termFrom: '2023-07-25', termTo: '2024-07-24', termYears: 1, registration: null, coverWaiver: null },
    ...{ onPostOn: '2023-08-01', stints: [stint], absences: [], spans: [], grades: {}, postChanges: 0 },
    ...{ leftOn: null, leftKind: null, lossReason: null, history: [] },
    ...{ updatedAt: new Date('2023-08-01T02:00:00Z'), version: 1, ...changes },
  };
}
