import type { Actor } from '@xibu/domain';
import { BankCardConfirmed, CommercialCoverSet } from '@xibu/domain/finance/events';
import type { BulkResult } from '@xibu/domain/placement/api';
import { ApplicationAdmitted, PersonIdentified } from '@xibu/domain/recruitment/events';
import { actorOf, as, react, type TestDatabase } from '@xibu/platform/testing';
import { receivedOf } from '@xibu/platform/testing-season';
import { DraftAgreements } from '../agreements/draft-agreements.js';
import { SignAgreements } from '../agreements/sign-agreements.js';
import { CheckInVolunteers } from '../check-ins/check-in-volunteers.js';
import { ConfirmDispatch } from '../dispatches/confirm-dispatch.js';
import { PrepareDispatches } from '../dispatches/prepare-dispatches.js';
import type { Post } from '../posts/post.js';
import { PostTable } from '../posts/post.table.js';
import { samplePost } from '../posts/sample-post.js';
import { takeSeats } from '../posts/seats.js';
import { RegisterAgain } from '../registrations/register-again.js';
import { PlanTraining } from '../trainings/plan-training.js';
import { RecordAttendance } from '../trainings/record-attendance.js';
import { ConfirmOnPost } from './confirm-on-post.js';
import { ExpectVolunteer } from './expect-volunteer.js';
import { LoseVolunteer } from './lose-volunteer.js';
import { storeAll } from './store-all.js';
import { WhenPersonChanged } from './when-person-changed.js';
import { WhenRecruitmentEnded } from './when-recruitment-ended.js';

const season = '2023-2024';

/** Ids and numbers of made-up people: the n-th account, application, registration and post are always the same. */
export const accountOf = (n: number): string => `01890000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`;
export const applicationOf = (n: number): string => `01890000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
export const numberOf = (n: number): string => `2023-15-${String(n).padStart(6, '0')}`;
export const postOf = (n: number): string => `01890000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
export const noticeOf = (n: number): string => `Q2023-15-${String(n).padStart(6, '0')}`;

export const region = actorOf('region.officer', { division: 150000 });
export const regionApprover = actorOf('region.approver', { division: 150000 });
export const countyOf = (division: number) => actorOf('county.officer', { division });
export const countyApproverOf = (division: number) => actorOf('county.approver', { division });
export const unitOf = (unit: string) => actorOf('unit.officer', { unit });
export const personOf = (n: number) => actorOf('person', { account: accountOf(n) });
export const openSchool = { status: 'open', unit: '152221-school' } as const;

/** People taken through the service's own steps, as far as a spec needs them. */
export class MadeUpService {
  constructor(readonly test: TestDatabase) {}

  private get parts() {
    return [this.test.database, this.test.clock] as const;
  }

  get agreements(): DraftAgreements {
    return new DraftAgreements(this.test.clock);
  }

  moveTo(instant: string): void {
    this.test.clock.moveTo(new Date(instant));
  }

  async openPost(n: number, changes: Partial<Post> = {}): Promise<void> {
    const code = `152221-23-${String(n).padStart(3, '0')}`;
    const post = samplePost({ id: postOf(n), draftNumber: n, code, declaredBy: 'approver', ...openSchool, ...changes });
    await react(this.test, (tx) => storeAll(tx, PostTable, [post]));
  }

  /** Seats the n-th person on a post and tells of the admission. */
  async admit(n: number, postId = postOf(1), at = '2023-07-10T10:00:00+08:00'): Promise<void> {
    const { clock } = this.test;
    const [accountId, applicationId] = [accountOf(n), applicationOf(n)];
    const post: { county: number }[] = await this.test.query('select county from post where id = $1', [postId]);
    await react(this.test, async (tx) => {
      await takeSeats(tx, 'placed', [{ season, postId, accountId, applicationId }], clock.now());
      const whenAdmitted = new WhenRecruitmentEnded(new ExpectVolunteer(clock), new LoseVolunteer(clock));
      const admitted = {
        ...{ applicationId, accountId, season, university: 'u1', postId, county: post[0]?.county ?? 0 },
        ...{ confirmationNumber: noticeOf(n), number: numberOf(n) },
      };
      await whenAdmitted.admit({ ...receivedOf(ApplicationAdmitted(applicationId, admitted)), at }, tx);
      const person = {
        ...{ accountId, number: numberOf(n), name: `测试${n}`, sex: '2', birthDate: '2001-03-15', university: 'u1' },
        ...{ identityNumberMasked: '1506**********0022', identityNumberSealed: '', major: '教育学' },
      };
      const graduated = { ...person, firstDegreeGraduatesOn: '2023-06-30' };
      await new WhenPersonChanged().identify(receivedOf(PersonIdentified(accountId, graduated)), tx);
    });
  }

  checkIn(ns: readonly number[], changes: object = {}, actor: Actor = region): Promise<BulkResult> {
    const rows = ns.map((n) => {
      const shown = { confirmationNumber: noticeOf(n), diploma: 'diploma', identityShown: true } as const;
      return { number: numberOf(n), ...shown, ...changes };
    });
    return as(actor, () => new CheckInVolunteers(...this.parts).run({ season, rows }, actor));
  }

  async train(ns: readonly number[]): Promise<BulkResult> {
    const plan = { season, title: '派遣前培训', heldOn: this.test.clock.today(), place: '培训基地', hours: 24 };
    const training = await as(region, () => {
      return new PlanTraining(...this.parts).run({ ...plan, topics: ['民族政策'], isRequired: true });
    });
    const rows = ns.map((n) => ({ number: numberOf(n), attended: true }));
    return as(region, () => new RecordAttendance(...this.parts).run(training.id, { rows }, region));
  }

  async dispatch(county: number, missing: readonly number[] = []): Promise<void> {
    const prepared = await as(region, () => {
      const request = { season, county, handOverOn: this.test.clock.today(), place: '培训基地' };
      return new PrepareDispatches(...this.parts).run(request, region);
    });
    const officer = countyOf(county);
    for (const { id } of prepared) {
      const confirming = new ConfirmDispatch(...this.parts, this.agreements);
      await as(officer, () => confirming.run(id, { missing: missing.map(numberOf) }, officer));
    }
  }

  async agreementOf(n: number): Promise<string> {
    const [row] = await this.test.query<{ id: string }>(
      'select id from agreement where number = $1 order by agreement_number desc limit 1',
      [numberOf(n)],
    );
    return row?.id ?? '';
  }

  async sign(n: number, actors: readonly Actor[]): Promise<void> {
    const id = await this.agreementOf(n);
    for (const actor of actors) await as(actor, () => new SignAgreements(...this.parts).one(id, actor));
  }

  async register(n: number): Promise<void> {
    const actor = personOf(n);
    const contact = {
      address: '乌兰毛都苏木',
      mobile: '19900001234',
      emergencyName: '测试',
      emergencyMobile: '19900004321',
    };
    const request = { postConfirmed: true, declared: true, ...contact };
    await as(actor, () => new RegisterAgain(...this.parts).run(request, actor));
  }

  async insure(n: number, from = '2023-07-20', to: string | null = null): Promise<void> {
    const cover = { accountId: accountOf(n), policyId: 'p1', from, to };
    await react(this.test, (tx) =>
      new WhenPersonChanged().cover(receivedOf(CommercialCoverSet(cover.accountId, cover)), tx),
    );
  }

  async confirmCard(n: number): Promise<void> {
    const card = { accountId: accountOf(n), lastFour: '1234' };
    const fact = receivedOf(BankCardConfirmed(card.accountId, card));
    await react(this.test, (tx) => new WhenPersonChanged().confirmCard(fact, tx));
  }

  takePost(ns: readonly number[], county: number, on?: string): Promise<BulkResult> {
    const officer = countyOf(county);
    const rows = ns.map((n) => ({ number: numberOf(n), ...(on ? { on } : {}) }));
    return as(officer, () => new ConfirmOnPost(...this.parts).run({ season, rows }, officer));
  }

  /** From admission to the post, for people of one county on its first post. */
  async serve(
    ns: readonly number[],
    { postId = postOf(1), unit = '152221-school', county = 152221 } = {},
  ): Promise<void> {
    for (const n of ns) await this.admit(n, postId);
    await this.checkIn(ns);
    await this.train(ns);
    await this.dispatch(county);
    for (const n of ns) {
      await this.sign(n, [personOf(n), unitOf(unit), countyOf(county)]);
      await this.register(n);
      await this.confirmCard(n);
      await this.insure(n);
    }
    await this.takePost(ns, county);
  }

  async volunteer(n: number): Promise<{ id: string; status: string } & Record<string, unknown>> {
    const [row] = await this.test.query<{ id: string; status: string }>('select * from volunteer where number = $1', [
      numberOf(n),
    ]);
    if (!row) throw new Error(`no volunteer ${n}`);
    return row;
  }

  /** Facts of one person, oldest first; of one type when it is named. */
  async factsOf(n: number, type?: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    const { id } = await this.volunteer(n);
    const facts = (await this.test.facts()) as { type: string; key: string; data: Record<string, unknown> }[];
    return facts.filter((fact) => fact.key === id && (type === undefined || fact.type.includes(`.${type}.`)));
  }
}
