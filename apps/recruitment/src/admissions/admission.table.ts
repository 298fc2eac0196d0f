import { EntitySchema } from 'typeorm';
import type { Admission } from './admission.js';

export const AdmissionTable = new EntitySchema<Admission>({
  name: 'admission',
  columns: {
    applicationId: { name: 'application_id', type: 'uuid', primary: true },
    season: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    confirmationNumber: { name: 'confirmation_number', type: 'text' },
    postId: { name: 'post_id', type: 'text' },
    postTitle: { name: 'post_title', type: 'text' },
    county: { type: 'int' },
    admittedBy: { name: 'admitted_by', type: 'text' },
    admittedAt: { name: 'admitted_at', type: 'timestamptz' },
    answer: { type: 'text', nullable: true },
    answeredAt: { name: 'answered_at', type: 'timestamptz', nullable: true },
  },
});
