import type { RailEntry } from '../office/rail.js';
import { incidentsText } from './incidents.text.js';

export const incidentRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/incidents', needs: 'incident.read' },
    label: (language) => incidentsText[language].title,
    count: { list: '/api/assessment/incidents', filters: {} },
  },
];
