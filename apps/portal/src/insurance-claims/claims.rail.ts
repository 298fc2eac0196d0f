import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { claimsText } from './claims.text.js';

export const claimRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/insurance-claims', needs: 'claim.read' },
    label: (language) => claimsText[language].title,
    countFor: ({ actor }) => {
      const state = may(actor, 'claim.decide') ? 'documents,accepted' : may(actor, 'claim.report') ? 'reported' : '';
      return { list: '/api/finance/insurance-claims', filters: state ? { state } : {} };
    },
  },
];
