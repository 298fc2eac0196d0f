import type { RailEntry } from '../office/rail.js';
import { quotasText } from './quotas.text.js';

export const quotaRail: readonly RailEntry[] = [
  { group: 'work', to: '/office/quotas', needs: 'quota.read', label: (language) => quotasText[language].title },
];
