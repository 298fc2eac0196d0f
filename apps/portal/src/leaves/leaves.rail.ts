import type { RailEntry } from '../office/rail.js';
import { leaveTierOf } from './deciding.js';
import { leavesText } from './leaves.text.js';

const base = '/api/placement';

export const leaveRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/leaves', needs: 'leave.decide' },
    label: (language) => leavesText[language].title,
    countFor: ({ actor }) => {
      const waitsFor = leaveTierOf(actor);
      return waitsFor ? { list: `${base}/leaves`, filters: { waitsFor } } : null;
    },
  },
  {
    ...{ group: 'work', to: '/office/post-changes', needs: 'post-change.decide' },
    label: (language) => leavesText[language].postChanges,
    count: { list: `${base}/post-changes`, filters: { status: 'requested' } },
  },
  {
    ...{ group: 'work', to: '/office/departures', needs: 'dispatch.read' },
    label: (language) => leavesText[language].departures,
    count: { list: `${base}/departures`, filters: {} },
  },
  {
    ...{ group: 'work', to: '/office/extensions', needs: 'dispatch.read' },
    label: (language) => leavesText[language].extensions,
    count: { list: `${base}/extensions`, filters: {} },
  },
];
