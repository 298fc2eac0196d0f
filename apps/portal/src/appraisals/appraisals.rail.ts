import type { RailEntry } from '../office/rail.js';
import { appraisalsText } from './appraisals.text.js';

export const appraisalRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/appraisals', needs: 'appraisal.write' },
    label: (language) => appraisalsText[language].title,
    countFor: ({ season }) => ({ list: '/api/placement/volunteers', filters: { season, status: 'left' } }),
  },
];
