import type { RailEntry } from '../office/rail.js';
import { agreementsText } from './agreements.text.js';

export const agreementRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/agreements?status=open', needs: 'agreement.read' },
    label: (language) => agreementsText[language].title,
    countFor: ({ season }) => ({ list: '/api/placement/agreements', filters: { season, status: 'open' } }),
  },
  {
    ...{ group: 'work', to: '/office/agreements/unsigned', needs: 'dispatch.read' },
    label: (language) => agreementsText[language].unsigned,
  },
];
