import { type Actor, type Fact, type LegalDate, Refusal } from '@xibu/domain';
import { AdmissionAccepted, ApplicationAdmitted, PersonIdentified } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next, wrongStep } from '../applications/application.rules.js';
import type { SeatHeld } from '../losses/loss.rules.js';
import { type Admission, confirmationNumberOf } from './admission.js';

/** What stands in the way of an admission, or does not. */
export interface Ready {
  readonly seat: SeatHeld;
  readonly notice: { readonly closesOn: string; readonly openedBy: string } | null;
  readonly openObjections: number;
}

/** What the identity number says of the person; read outside, because it is sealed. */
export interface Person {
  readonly sex: string;
  readonly birthDate: string;
  readonly identityNumberMasked: string;
}

export type Admitted = readonly [Application, Admission, ...Fact[]];

/** Public notice over and no objection open: the person may come. Not by whoever put the list up (four eyes). */
export function admit(
  application: Application,
  { seat, notice, openObjections }: Ready,
  person: Person,
  actor: Pick<Actor, 'account'>,
  { day, now }: { readonly day: LegalDate; readonly now: Date },
): Admitted {
  if (application.status !== 'noticed' || !notice) throw wrongStep(application);
  if (day <= notice.closesOn) throw new Refusal('admission.notice-running', { closesOn: notice.closesOn });
  if (openObjections > 0) throw new Refusal('admission.objection-open', { open: openObjections });
  if (notice.openedBy === actor.account) throw new Refusal('four-eyes.same-person');
  return admitTo(application, seat, person, actor, now);
}

/** The admission itself, also for 研究生支教团, who were recruited by their own list and have no notice here. */
export function admitTo(
  application: Application,
  seat: SeatHeld,
  person: Person,
  actor: Pick<Actor, 'account'>,
  now: Date,
): Admitted {
  if (!seat?.postId || seat.county === null) throw wrongStep(application);
  const { id, season, accountId, division, university, faculty, number, track } = application;
  const { postId, county } = seat;
  const confirmationNumber = confirmationNumberOf(number ?? '');
  const admission: Admission = {
    ...{ applicationId: id, season, accountId, division, university, faculty, confirmationNumber, postId, county },
    ...{ postTitle: seat.postTitle ?? '', admittedBy: actor.account, admittedAt: now, answer: null, answeredAt: null },
  };
  return [
    next(application, 'admitted', now),
    admission,
    ApplicationAdmitted(id, { ...about(application), postId, county, confirmationNumber, number: number ?? '', track }),
    identified(application, person),
  ];
}

function identified({ accountId, number, form, identitySealed, university }: Application, person: Person): Fact {
  return PersonIdentified(accountId, {
    ...{
      accountId,
      number: number ?? '',
      name: form.name ?? '',
      ...person,
      identityNumberSealed: identitySealed ?? '',
    },
    ...{ university: university ?? '', major: form.majorName ?? '', firstDegreeGraduatesOn: form.graduatesOn ?? '' },
  });
}

/** The person says that they will come. */
export function accept(application: Application, admission: Admission | null, now: Date): [Admission, Fact] {
  const given = answerable(application, admission);
  if (given.answer === 'accepted') throw new Refusal('admission.answered');
  const { confirmationNumber } = given;
  return [
    { ...given, answer: 'accepted', answeredAt: now },
    AdmissionAccepted(application.id, { ...about(application), confirmationNumber }),
  ];
}

/** The person does not come after all; also after having said yes. The loss itself is recorded with the seat. */
export function decline(application: Application, admission: Admission | null, now: Date): Admission {
  return { ...answerable(application, admission), answer: 'declined', answeredAt: now };
}

function answerable(application: Application, admission: Admission | null): Admission {
  if (application.status !== 'admitted' || !admission) throw wrongStep(application);
  return admission;
}
