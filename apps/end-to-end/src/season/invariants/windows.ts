import { season } from '../calendar.js';
import type { Invariant } from './invariant.js';

/** What happened to applications and volunteers, and the window (or the windows, with backfill) that it belongs to. */
const events = [
  ['recruitment', 'recruitment.application.submitted.v1', ['registration']],
  ['recruitment', 'recruitment.application.faculty-passed.v1', ['review']],
  ['recruitment', 'recruitment.application.university-passed.v1', ['review']],
  ['recruitment', 'recruitment.application.confirmed.v1', ['confirmation']],
  ['recruitment', 'recruitment.application.ticket-issued.v1', ['exam']],
  ['recruitment', 'recruitment.application.scored.v1', ['exam', 'ranking']],
  ['recruitment', 'recruitment.application.qualified.v1', ['ranking']],
  ['recruitment', 'recruitment.application.health-decided.v1', ['health-exam', 'backfill']],
  ['recruitment', 'recruitment.application.notice-opened.v1', ['health-exam', 'admission', 'backfill']],
  ['recruitment', 'recruitment.application.admitted.v1', ['admission', 'backfill']],
  ['recruitment', 'recruitment.application.accepted.v1', ['admission', 'backfill', 'report-in']],
  ['placement', 'placement.round.frozen.v1', ['placement', 'backfill']],
  ['placement', 'placement.round.published.v1', ['placement', 'backfill']],
  ['placement', 'placement.volunteer.checked-in.v1', ['report-in', 'dispatch']],
  ['placement', 'placement.volunteer.dispatched.v1', ['dispatch']],
  ['assessment', 'assessment.grade.decided.v1', ['assessment']],
] as const;

/** A fact carries the legal instant of what it tells; the window is the one that held at the end, by its last notice. */
export const withinWindows: Invariant = {
  name: 'every transition lies inside its window',
  async check({ databases }) {
    const windows = await databases.rows<{ milestone: string; opens_at: Date; closes_at: Date }>(
      'programme',
      'select milestone, opens_at, closes_at from milestone where season = $1',
      [season],
    );
    const wrong: string[] = [];
    for (const [service, type, milestones] of events) {
      if (!databases.known().includes(service)) continue;
      const inside = windows.filter(({ milestone }) => milestones.some((name) => name === milestone));
      const facts = await databases.rows<{ at: Date }>(service, 'select at from outbox where type = $1', [type]);
      const outside = facts.filter(
        ({ at }) => !inside.some(({ opens_at, closes_at }) => opens_at <= at && at < closes_at),
      );
      if (outside.length > 0) {
        wrong.push(
          `${type}: ${outside.length} outside ${milestones.join('/')}, first at ${outside[0]?.at.toISOString()}`,
        );
      }
    }
    return wrong;
  },
};
