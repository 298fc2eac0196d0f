import { EntitySchema } from 'typeorm';
import type { Certificate } from './certificate.rules.js';

export const CertificateTable = new EntitySchema<Certificate>({
  name: 'certificate',
  columns: {
    number: { type: 'text', primary: true },
    volunteerId: { name: 'volunteer_id', type: 'text' },
    account: { type: 'text' },
    season: { type: 'text' },
    county: { type: 'int' },
    holder: { type: 'text' },
    serviceFrom: { name: 'service_from', type: 'date' },
    serviceTo: { name: 'service_to', type: 'date' },
    serviceDays: { name: 'service_days', type: 'int' },
    startOfWork: { name: 'start_of_work', type: 'date' },
    grade: { type: 'text' },
    issuedOn: { name: 'issued_on', type: 'date' },
    issuedBy: { name: 'issued_by', type: 'text' },
    token: { type: 'text' },
    revokedOn: { name: 'revoked_on', type: 'date', nullable: true },
    revokedReason: { name: 'revoked_reason', type: 'text', nullable: true },
  },
});
