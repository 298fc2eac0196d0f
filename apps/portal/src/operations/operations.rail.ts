import type { RailEntry } from '../office/rail.js';
import { operationsText } from './operations.text.js';

export const operationRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/operations', needs: 'operations.read' },
    label: (language) => operationsText[language].title,
  },
  { group: 'work', to: '/office/audit', needs: 'audit.read', label: (language) => operationsText[language].audit },
];
