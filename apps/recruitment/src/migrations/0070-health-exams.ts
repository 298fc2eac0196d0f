import { audited, type Migration, protect } from '@xibu/platform';

export const healthExams: Migration = {
  name: '0070-health-exams',
  reason: 'health examinations by batch; conclusions sealed, for university and region only',
  statements: [
    `create table health_exam (
       id uuid primary key, season text not null, division int not null, university text, hospital text not null,
       held_on date not null, status text not null check (status in ('open', 'closed')), opened_by text not null)`,
    ...protect('health_exam', { division: 'division', university: 'university' }),
    audited('health_exam'),

    // No faculty column: a faculty sees none of it (need to know).
    `create table health_result (
       application_id uuid primary key references application (id), exam_id uuid not null references health_exam (id),
       account_id text not null, division int not null, university text, passed boolean not null,
       conclusion_sealed text, decided_by text not null, decided_at timestamptz not null,
       check (passed or conclusion_sealed is not null))`,
    'create index health_result_of_exam on health_result (exam_id)',
    ...protect('health_result', { division: 'division', university: 'university', account: 'account_id' }),
    audited('health_result', 'application_id'),
  ],
};
