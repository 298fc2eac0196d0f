import type { PageGroup } from '../app/page.js';

const work = () => import('./admission-work.js');
const health = () => import('../health-exams/health-work.js');

/** From the health exam to the answer of whoever is admitted. */
export const admissionPages: PageGroup = {
  offices: [
    { path: 'health-exams', needs: 'health-exam.read', load: async () => (await health()).HealthExams },
    { path: 'health-exams/:id', needs: 'health-exam.manage', load: async () => (await health()).HealthResults },
    { path: 'public-notices', needs: 'public-notice.read', load: async () => (await work()).OfficeNotices },
    { path: 'objections', needs: 'objection.read', load: async () => (await work()).Objections },
    { path: 'to-admit', needs: 'admission.admit', load: async () => (await work()).ToAdmit },
    { path: 'admissions', needs: 'admission.read', load: async () => (await work()).Admissions },
    { path: 'losses', needs: 'loss.read', load: async () => (await work()).Losses },
  ],
};
