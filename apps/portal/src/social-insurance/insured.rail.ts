import type { RailEntry } from '../office/rail.js';
import { insuredText } from './insured.text.js';

export const insuredRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/social-insurance', needs: 'social-insurance.read' },
    label: (language) => insuredText[language].title,
  },
];
