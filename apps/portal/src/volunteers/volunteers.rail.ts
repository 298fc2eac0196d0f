import type { RailEntry } from '../office/rail.js';
import { volunteersText } from './volunteers.text.js';

export const volunteerRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/volunteers', needs: 'volunteer.read', search: true },
    label: (language) => volunteersText[language].title,
    countFor: ({ season }) => ({ list: '/api/placement/volunteers', filters: { season } }),
  },
];
