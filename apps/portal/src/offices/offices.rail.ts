import type { RailEntry } from '../office/rail.js';
import { officesText } from './offices.text.js';

export const officesRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/offices', needs: 'account.read' },
    label: (language) => officesText[language].title,
    count: { list: '/api/programme/offices', filters: {} },
  },
  {
    ...{ group: 'registers', to: '/office/accounts', needs: 'account.read' },
    label: (language) => officesText[language].accounts,
    count: { list: '/api/programme/accounts', filters: {} },
  },
];
