import { dateOf, type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { ReportContent } from '@xibu/domain/assessment/api';
import { MonthlyReportSubmitted } from '@xibu/domain/assessment/events';
import type { Report } from './report.js';

/** 零报告也是报告: zeros are fine, silence is not; a count that differs from the system's is explained. Late is accepted and marked. */
export function submitReport(report: Report, content: ReportContent, by: string, now: Date): [Report, Fact] {
  if (report.status !== 'due') throw new Refusal('report.wrong-step', { status: report.status });
  if (content.onPost !== report.expectedOnPost && content.explanation.trim() === '') {
    throw new Refusal('report.unexplained', {
      pointer: '/explanation',
      given: content.onPost,
      expected: report.expectedOnPost,
    });
  }
  const late = dateOf(now) > report.dueOn;
  const submitted: Report = { ...report, status: 'submitted', content, submittedAt: now, submittedBy: by, late };
  const { county, month } = report;
  const { onPost, accidents } = content;
  return [submitted, MonthlyReportSubmitted(report.id, { county, month, onPost, accidents, late })];
}

const before = { 'league-city': 'submitted', region: 'league-checked' } as const;
const after = { 'league-city': 'league-checked', region: 'region-checked' } as const;

/** Checked upward, tier by tier (domain §4.3: 月报). */
export function checkReport(report: Report, tier: keyof typeof before, remark: string, by: string, now: Date): Report {
  if (report.status !== before[tier]) throw new Refusal('report.wrong-step', { status: report.status });
  return { ...report, status: after[tier], checks: [...report.checks, { tier, by, at: rfc3339(now), remark }] };
}
