import type { RailEntry } from '../office/rail.js';
import { arrivalsText } from './arrivals.text.js';

export const arrivalRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/fund-arrivals', needs: 'fund.read' },
    label: (language) => arrivalsText[language].title,
  },
];
