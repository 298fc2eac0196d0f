import type { RailEntry } from '../office/rail.js';
import { qualifiedText } from './qualified.text.js';

export const qualifiedRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/qualified-lists', needs: 'qualified-list.read' },
    label: (language) => qualifiedText[language].title,
  },
];
