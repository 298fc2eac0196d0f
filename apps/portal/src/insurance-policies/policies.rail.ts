import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { policiesText } from './policies.text.js';

export const policyRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/insurance-policies', needs: 'policy.read' },
    label: (language) => policiesText[language].title,
    countFor: ({ actor }) =>
      may(actor, 'policy.approve') ? { list: '/api/finance/insurance-policies', filters: { state: 'prepared' } } : null,
  },
  {
    ...{ group: 'registers', to: '/office/insurance-covers', needs: 'cover.read' },
    label: (language) => policiesText[language].coversTitle,
  },
];
