import type { ServiceDefinition } from '@xibu/platform';
import { AdmissionTable } from './admissions/admission.table.js';
import { ApplicationTable } from './applications/application.table.js';
import { IssuedDocumentTable } from './documents/issued-document.table.js';
import { ExamSeatTable } from './exam-seats/exam-seat.table.js';
import { ExamSessionTable } from './exam-sessions/exam-session.table.js';
import { HealthExamTable } from './health-exams/health-exam.table.js';
import { applications } from './migrations/0010-applications.js';
import { expiry } from './migrations/0020-expiry.js';
import { documents } from './migrations/0030-documents.js';
import { exams } from './migrations/0040-exams.js';
import { qualifiedLists } from './migrations/0050-qualified-lists.js';
import { preselections } from './migrations/0060-preselections.js';
import { healthExams } from './migrations/0070-health-exams.js';
import { publicNotices } from './migrations/0080-public-notices.js';
import { admissions } from './migrations/0090-admissions.js';
import { numbers } from './migrations/0100-numbers.js';
import { submissionsTogether } from './migrations/0110-submissions-together.js';
import { registersOfACountry } from './migrations/0120-registers-of-a-country.js';
import { ownApplications } from './migrations/0130-own-applications.js';
import { ObjectionTable } from './objections/objection.table.js';
import { PreselectionTable } from './preselections/preselection.table.js';
import { PublicNoticeTable } from './public-notices/public-notice.table.js';
import { QualifiedEntryTable, QualifiedListTable } from './qualified-lists/qualified-list.table.js';
import { ReadingTable } from './readings/reading.table.js';

/** The database of this service: what a spec of a use case needs of it. */
export const recruitmentSchema: Pick<ServiceDefinition, 'name' | 'migrations' | 'tables'> = {
  name: 'recruitment',
  migrations: [
    ...[applications, expiry, documents, exams, qualifiedLists, preselections],
    ...[healthExams, publicNotices, admissions, numbers, submissionsTogether, registersOfACountry, ownApplications],
  ],
  tables: [
    ...[ApplicationTable, IssuedDocumentTable, ReadingTable, ExamSessionTable, ExamSeatTable, QualifiedListTable],
    ...[QualifiedEntryTable, PreselectionTable, HealthExamTable, PublicNoticeTable, ObjectionTable, AdmissionTable],
  ],
};
