import { auditedTogether, type Migration } from '@xibu/platform';

export const submissionsTogether: Migration = {
  name: '0110-submissions-together',
  reason: 'many people submit in one transaction, and the audit trail names each of them',
  statements: auditedTogether('application'),
};
