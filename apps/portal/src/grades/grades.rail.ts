import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { gradesText } from './grades.text.js';

export const gradeRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/grades', needs: 'grade.read' },
    label: (language) => gradesText[language].title,
    countFor: ({ actor, season }) => {
      const status = may(actor, 'grade.opine') ? 'summarised' : may(actor, 'grade.give') ? 'unit-opined' : undefined;
      return { list: '/api/assessment/grades', filters: { season, status } };
    },
  },
  {
    ...{ group: 'work', to: '/office/excellent-list', needs: 'report.read' },
    label: (language) => gradesText[language].pool,
  },
  {
    ...{ group: 'work', to: '/office/office-ratings', needs: 'office-rating.read' },
    label: (language) => gradesText[language].ratings,
  },
];
