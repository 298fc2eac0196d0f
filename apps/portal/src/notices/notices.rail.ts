import type { RailEntry } from '../office/rail.js';
import { noticesText } from './notices.text.js';

export const noticeRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/notices', needs: 'notice.read' },
    label: (language) => noticesText[language].title,
    count: { list: '/api/programme/notices', filters: { unread: 'true' } },
  },
  {
    ...{ group: 'queues', to: '/office/notices/overdue', needs: 'notice.issue' },
    label: (language) => noticesText[language].overdue,
    count: { list: '/api/programme/notices/overdue-receipts', filters: {} },
  },
  {
    ...{ group: 'work', to: '/office/milestones', needs: 'season.read' },
    label: (language) => noticesText[language].milestones,
  },
  {
    ...{ group: 'registers', to: '/office/notices/issued', needs: 'notice.issue' },
    label: (language) => noticesText[language].issuedTitle,
  },
  {
    ...{ group: 'registers', to: '/office/rulebooks', needs: 'rulebook.read' },
    label: (language) => noticesText[language].rulebooks,
  },
];
