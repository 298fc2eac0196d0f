import type { RailEntry } from '../office/rail.js';
import { paymentsText } from './payments.text.js';

export const paymentRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/payments', needs: 'payment.read' },
    label: (language) => paymentsText[language].title,
  },
];
