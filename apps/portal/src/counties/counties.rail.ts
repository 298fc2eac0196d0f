import type { RailEntry } from '../office/rail.js';
import { countiesText } from './counties.text.js';

export const countyRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/counties', needs: 'service-county.read' },
    label: (language) => countiesText[language].title,
    countFor: ({ season }) => ({ list: '/api/placement/counties', filters: { season } }),
  },
  {
    ...{ group: 'work', to: '/office/counties/blocks', needs: 'service-county.read' },
    label: (language) => countiesText[language].blocks,
  },
];
