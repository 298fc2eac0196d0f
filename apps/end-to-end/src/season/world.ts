import type { BatchView } from '@xibu/domain/finance/api';
import { Chance } from './chance.js';
import { Client, Problem, Timings } from './client.js';
import type { Answer } from './months/bank.js';
import type { Options } from './options.js';
import { type Crowd, type Person, personOf, universitiesOf } from './people.js';
import { countiesOf } from './places.js';

/** Somebody who signs up, and what the simulator knows of how it went. */
export interface Applicant {
  readonly person: Person;
  accountId: string;
  applicationId: string;
  number: string | null;
}

/** A service unit of a county, as the programme service knows it. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly county: number;
  readonly kind: 'school' | 'township' | 'clinic';
}

export interface Unanswered {
  readonly county: number;
  readonly batch: BatchView;
  readonly answers: readonly Answer[];
  readonly later: readonly Answer[];
}

export interface PublishedRound {
  readonly id: string;
  readonly name: string;
  readonly files: readonly string[];
}

/** One line of the last table: how many of what, at which tier. */
export interface Count {
  readonly stage: string;
  readonly tier: string;
  readonly what: string;
  readonly number: number;
}

export const officePassword = 'Grassland-2023!';

/** Everything that the simulator has learnt from the answers of the system: accounts, places, people, counts. */
export class World {
  readonly timings = new Timings();
  readonly visitor: Client;
  readonly counties: readonly number[];
  readonly universities: readonly string[];
  readonly applicants: readonly Applicant[];
  readonly byApplication = new Map<string, Applicant>();
  readonly byNumber = new Map<string, Applicant>();
  readonly offices = new Map<string, string>();
  units: readonly Unit[] = [];
  /** Rounds that were published, in their order. */
  readonly rounds: PublishedRound[] = [];
  demo = false;
  /** From which county to which somebody has moved. */
  readonly moves: (readonly [number, number])[] = [];
  /** Batches of which the bank still owes an answer, or may send something back. */
  readonly unanswered: Unanswered[] = [];
  newCards = 0;
  blockedCounty = 0;
  readonly counts: Count[] = [];
  /** How often each refusal was met, on purpose. */
  readonly refusals = new Map<string, number>();
  readonly demoAccounts: { login: string; password: string; role: string; officeName: string | null }[] = [];
  private readonly sessions = new Map<string, Promise<Client>>();

  constructor(readonly options: Options) {
    this.visitor = new Client(options.url, null, this.timings);
    const { applicants: size, seed } = options;
    this.counties = countiesOf(seed, Math.min(103, Math.max(3, Math.round(size / 10))));
    const crowd: Crowd = { seed, size, counties: this.counties, universities: Math.min(40, Math.max(3, size >> 4)) };
    this.universities = universitiesOf(crowd);
    this.applicants = Array.from({ length: size }, (_, index) => {
      return { person: personOf(crowd, this.universities, index), accountId: '', applicationId: '', number: null };
    });
  }

  chance(...names: readonly (string | number)[]): Chance {
    return Chance.of(this.options.seed, ...names);
  }

  /** The signed-in account of an office; it signs in once. */
  as(login: string, password = officePassword): Promise<Client> {
    const known = this.sessions.get(login);
    if (known) return known;
    const session = this.visitor.signIn(login, password);
    this.sessions.set(login, session);
    return session;
  }

  asPerson({ person }: Applicant): Promise<Client> {
    return this.as(person.loginName, person.password);
  }

  /** A step that the system must refuse with this code. */
  async mustRefuse(code: string, client: Client, work: (client: Client) => Promise<unknown>): Promise<void> {
    const met = await client.refused(work);
    if (met !== code) throw new Error(`should have been refused as ${code}, and was as ${met}`);
    this.met(code);
  }

  /** Takes note of a refusal that is part of ordinary trouble; any other error goes on. */
  noteRefusal(error: unknown): string {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    this.met(error.code);
    return error.code;
  }

  met(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  count(stage: string, tier: string, what: string, number: number): void {
    this.counts.push({ stage, tier, what, number });
  }

  leagueCities(): number[] {
    return [...new Set(this.counties.map((county) => county - (county % 100)))];
  }

  /** The person behind an application, which a list of an office has named. */
  applicantOf(applicationId: string): Applicant {
    const applicant = this.byApplication.get(applicationId);
    if (!applicant) throw new Error(`application ${applicationId} is nobody's`);
    return applicant;
  }

  /** The person behind a registration number (报名编号). */
  personNumbered(number: string): Applicant {
    const applicant = this.byNumber.get(number);
    if (!applicant) throw new Error(`${number} is nobody's number`);
    return applicant;
  }

  unitsOf(county: number): Unit[] {
    return this.units.filter((unit) => unit.county === county);
  }
}
