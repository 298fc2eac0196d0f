import type { PageGroup } from '../app/page.js';

export const examPages: PageGroup = {
  offices: [
    { path: 'exam-sessions', needs: 'exam.read', load: async () => (await import('./exam-work.js')).ExamSessions },
    { path: 'exam-sessions/:id', needs: 'exam.read', load: async () => (await import('./exam-work.js')).ExamSeats },
  ],
};
