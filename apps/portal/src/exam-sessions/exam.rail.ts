import type { RailEntry } from '../office/rail.js';
import { examText } from './exam.text.js';

export const examRail: readonly RailEntry[] = [
  { group: 'work', to: '/office/exam-sessions', needs: 'exam.read', label: (language) => examText[language].title },
];
