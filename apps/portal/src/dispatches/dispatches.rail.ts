import type { RailEntry } from '../office/rail.js';
import { dispatchesText } from './dispatches.text.js';

export const dispatchRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/trainings', needs: 'training.read' },
    label: (language) => dispatchesText[language].trainings,
  },
  {
    ...{ group: 'work', to: '/office/dispatches', needs: 'dispatch.read' },
    label: (language) => dispatchesText[language].title,
  },
];
