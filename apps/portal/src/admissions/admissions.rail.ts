import { universityText } from '../health-exams/university.text.js';
import type { RailEntry } from '../office/rail.js';

const base = '/api/recruitment';

export const admissionRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/health-exams', needs: 'health-exam.read' },
    label: (language) => universityText[language].health,
  },
  {
    ...{ group: 'work', to: '/office/public-notices', needs: 'public-notice.read' },
    label: (language) => universityText[language].notices,
  },
  {
    ...{ group: 'queues', to: '/office/objections?status=open', needs: 'objection.decide' },
    label: (language) => universityText[language].objections,
    count: { list: `${base}/objections`, filters: { status: 'open' } },
  },
  {
    ...{ group: 'queues', to: '/office/to-admit', needs: 'admission.admit' },
    label: (language) => universityText[language].toAdmit,
    countFor: ({ season }) => ({ list: `${base}/applications`, filters: { season, status: 'noticed' } }),
  },
  {
    ...{ group: 'registers', to: '/office/admissions', needs: 'admission.read' },
    label: (language) => universityText[language].admissions,
    countFor: ({ season }) => ({ list: `${base}/admissions`, filters: { season } }),
  },
  {
    ...{ group: 'registers', to: '/office/losses', needs: 'loss.read' },
    label: (language) => universityText[language].losses,
    countFor: ({ season }) => ({ list: `${base}/losses`, filters: { season } }),
  },
];
