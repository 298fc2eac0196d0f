import type { PageGroup } from '../app/page.js';

const check = async () => (await import('./CertificateCheckPage.js')).CertificateCheckPage;

export const certificatePages: PageGroup = {
  people: [
    { path: 'certificates', load: check },
    { path: 'certificates/:token', load: check },
  ],
  offices: [
    {
      path: 'certificates',
      needs: 'certificate.read',
      load: async () => (await import('./certificate-work.js')).Certificates,
    },
  ],
};
