import type { RailEntry } from '../office/rail.js';
import { roundsText } from './rounds.text.js';

export const roundRail: readonly RailEntry[] = [
  { group: 'work', to: '/office/rounds', needs: 'round.read', label: (language) => roundsText[language].title },
];
