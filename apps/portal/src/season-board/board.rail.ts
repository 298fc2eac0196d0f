import type { RailEntry } from '../office/rail.js';
import { boardText } from './board.text.js';

export const boardRail: readonly RailEntry[] = [
  { group: 'work', to: '/office/season', needs: 'report.read', label: (language) => boardText[language].title },
];
