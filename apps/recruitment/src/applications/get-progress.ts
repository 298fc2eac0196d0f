import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationProgress } from '@xibu/domain/recruitment/api';
import { Database } from '@xibu/platform';
import { findInScope } from './find-application.js';

/** Each section is null while its step is ahead. Times come out of PostgreSQL as RFC 3339 in legal time. */
const question = `
  select
    (select jsonb_build_object('session', x.name, 'startsAt', x.starts_at, 'ticket', s.ticket, 'site', s.site,
              'address', jsonb_path_query_first(x.sites, '$[*] ? (@.name == $site).address', jsonb_build_object('site', s.site)),
              'room', s.room, 'seat', s.seat, 'scoreHundredths', s.score_hundredths, 'isAbsent', s.is_absent)
     from exam_seat s join exam_session x on x.id = s.session_id where s.application_id = $1) exam,
    (select jsonb_build_object('outcome', e.outcome, 'reasons', e.reasons, 'scoreHundredths', e.score_hundredths,
              'minimumScoreHundredths', e.minimum_score_hundredths, 'code', case when $2 then e.code end,
              'classes', e.classes, 'met', e.met, 'decidedAt', e.approved_at)
     from qualified_entry e where e.application_id = $1 and e.approved_at is not null
     order by e.approved_at desc limit 1) ranking,
    (select jsonb_build_object('roundId', p.round_id, 'outcome', p.outcome, 'postId', p.post_id,
              'postTitle', p.post_title, 'county', p.county, 'decidedAt', p.decided_at)
     from preselection p where p.application_id = $1) placement,
    (select jsonb_build_object('hospital', x.hospital, 'passed', r.passed, 'decidedAt', r.decided_at)
     from health_result r join health_exam x on x.id = r.exam_id where r.application_id = $1) health,
    (select jsonb_build_object('noticeId', n.id, 'line', e.line, 'opensOn', n.opens_on, 'closesOn', n.closes_on,
              'status', n.status)
     from notice_entry e join public_notice n on n.id = e.notice_id where e.application_id = $1) notice,
    (select jsonb_build_object('confirmationNumber', d.confirmation_number, 'admittedAt', d.admitted_at,
              'answer', d.answer, 'answeredAt', d.answered_at)
     from admission d where d.application_id = $1) admission,
    (select jsonb_build_object('reason', l.reason, 'lostAt', l.lost_at) from loss l where l.application_id = $1) loss`;

/** 我的进度: every step after the form with its dates and reasons, for the person and for the offices concerned. */
@Injectable()
export class GetProgress {
  constructor(private readonly database: Database) {}

  async run(id: string, actor: Actor): Promise<ApplicationProgress> {
    return this.database.transaction(async (tx) => {
      const application = await findInScope(tx, id, actor);
      const [progress]: ApplicationProgress[] = await tx.query(question, [id, application.accountId === actor.account]);
      if (!progress) throw new Error('a question without rows');
      return progress;
    });
  }
}
