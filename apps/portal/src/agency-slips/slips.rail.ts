import type { RailEntry } from '../office/rail.js';
import { slipsText } from './slips.text.js';

export const slipRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/agency-slips', needs: 'agency-slip.read' },
    label: (language) => slipsText[language].title,
  },
];
