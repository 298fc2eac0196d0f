import { Injectable } from '@nestjs/common';
import { renderAdmissionTicket } from '@xibu/documents';
import { type Actor, dateOf, Refusal, readIdentityNumber, rfc3339, specialNames } from '@xibu/domain';
import { Clock, Database, officesOf, Sealing } from '@xibu/platform';
import { knowsDivision, nameOfCode, universityName } from '@xibu/reference';
import { findInScope } from '../applications/find-application.js';
import type { ExamSession } from '../exam-sessions/exam-session.js';
import { ExamSessionTable } from '../exam-sessions/exam-session.table.js';
import { ExamSeatTable } from './exam-seat.table.js';

const rules = [
  '凭本准考证和有效身份证件原件入场，缺一不可。',
  '开考前30分钟开始入场，开考15分钟后不得入场。',
  '不得携带手机等通信工具和与考试无关的物品进入考场。',
  '服从监考人员管理，违反考场纪律的，成绩无效。',
];

/** 准考证, for the applicant to print; the identity number is masked on it. */
@Injectable()
export class PrintTicket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, actor: Actor): Promise<{ number: string; bytes: Buffer }> {
    const { application, seat, session, office } = await this.database.transaction(async (tx) => {
      const found = await findInScope(tx, id, actor);
      const at = await tx.findOne(ExamSeatTable, { where: { applicationId: id } });
      const sitting = at && (await tx.findOne(ExamSessionTable, { where: { id: at.sessionId } }));
      if (!at || !sitting) throw new Refusal('exam.no-ticket');
      const [region] = await officesOf(tx, 'region', { division: found.division });
      return { application: found, seat: at, session: sitting, office: region?.name ?? '' };
    });
    const { form, season, identitySealed, confirmation } = application;
    const identityNumber = identitySealed ? this.sealing.open(identitySealed) : '';
    const reading = readIdentityNumber(identityNumber, { today: this.clock.today(), knowsDivision });
    const { ticket, site, room } = seat;
    const time = timeOf(session);
    const bytes = await renderAdmissionTicket({
      ...{ number: ticket, createdAt: seat.updatedAt, programmeYear: season, name: form.name ?? '' },
      sex: reading.ok ? (nameOfCode('sex', reading.sexCode) ?? '') : '',
      ...{ identityNumber, university: universityName(form.university ?? ''), ticketNumber: ticket },
      special: (confirmation?.specials ?? []).map((special) => specialNames[special].zh).join('、'),
      sessions: [{ subject: session.name, time, site, room, seat: String(seat.seat) }],
      ...{ rules, office, issuedOn: this.clock.today() },
    });
    return { number: ticket, bytes };
  }
}

/** 2023年5月27日 9:00-11:00. */
function timeOf({ startsAt, endsAt }: ExamSession): string {
  const [year, month, day] = dateOf(startsAt).split('-').map(Number);
  const clock = (at: Date): string => rfc3339(at).slice(11, 16).replace(/^0/, '');
  return `${year}年${month}月${day}日 ${clock(startsAt)}-${clock(endsAt)}`;
}
