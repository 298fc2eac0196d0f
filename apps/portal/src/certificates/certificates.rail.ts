import type { RailEntry } from '../office/rail.js';
import { certificatesText } from './certificates.text.js';

export const certificateRail: readonly RailEntry[] = [
  {
    ...{ group: 'registers', to: '/office/certificates', needs: 'certificate.read' },
    label: (language) => certificatesText[language].title,
    count: { list: '/api/assessment/certificates', filters: {} },
  },
];
