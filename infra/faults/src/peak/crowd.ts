import { randomUUID } from 'node:crypto';
import type { ApplicationForm } from '@xibu/domain/recruitment/api';
import { type Call, Cookies } from './caller.js';
import type { Kind } from './evening.js';
import { isAccepted } from './figures.js';
import type { Answer } from './manners.js';

/** Somebody with an account, a session and a form that is filled in and saved, but not submitted. */
export interface Comer {
  readonly index: number;
  readonly loginName: string;
  readonly password: string;
  readonly session: string;
  readonly applicationId: string;
  readonly form: ApplicationForm;
  version: number;
}

/** One thing that somebody wants, and what is to be kept of its last answer. */
export interface Errand {
  readonly call: Call;
  readonly cookies: Cookies;
  /** Who wants it; -1 for a visitor. */
  readonly person: number;
  end(answer: Answer): void;
}

/** A comer in the crowd: a command that got no answer is asked again later, under the same key. */
interface Member extends Comer {
  readonly cookies: Cookies;
  unfinished: Call | null;
}

const nothing = () => undefined;

/** Who is there to want something. Nobody saves or submits the same form twice at once. */
export class Crowd {
  private readonly members: Member[] = [];
  /** With a draft, and nothing under way. */
  private readonly drafts: Member[] = [];
  private readonly unsubmitted: Member[] = [];
  private readonly etags = new Map<string, string>();
  private turn = 0;

  constructor(private readonly publicPaths: readonly string[]) {}

  add(comers: readonly Comer[]): void {
    for (const comer of comers) {
      const member = { ...comer, cookies: new Cookies(), unfinished: null };
      this.members.push(member);
      this.drafts.push(member);
    }
  }

  /** How many could still submit. */
  get left(): number {
    return this.drafts.length + this.unsubmitted.length;
  }

  /** Null when nobody is left who could want it. */
  errand(kind: Kind): Errand | null {
    this.turn += 1;
    switch (kind) {
      case 'sign-in':
        return this.signIn();
      case 'draft':
        return this.save();
      case 'status':
        return this.look();
      case 'public':
        return this.visit();
      case 'submit':
        return this.submit();
    }
  }

  private anybody(): Member | null {
    // Steps of a prime: neighbours come far apart.
    return this.members[(this.turn * 7919) % this.members.length] ?? null;
  }

  private signIn(): Errand | null {
    const member = this.anybody();
    if (!member) return null;
    const { index, loginName: name, password } = member;
    const call: Call = { method: 'POST', path: '/api/programme/sign-in', body: { name, password }, key: randomUUID() };
    // From another browser than before.
    return { call, cookies: new Cookies(), person: index, end: nothing };
  }

  private look(): Errand | null {
    const member = this.anybody();
    if (!member) return null;
    const { index, session, cookies } = member;
    const call: Call = { method: 'GET', path: '/api/recruitment/applications/mine', session };
    return { call, cookies, person: index, end: nothing };
  }

  /** Every other visitor has been here before, and asks only for what has changed. */
  private visit(): Errand | null {
    const path = this.publicPaths[this.turn % this.publicPaths.length];
    if (!path) return null;
    const etag = this.turn % 4 < 2 ? this.etags.get(path) : undefined;
    return {
      ...{ call: { method: 'GET', path, ...(etag ? { etag } : {}) }, cookies: new Cookies(), person: -1 },
      end: (answer) => {
        if (answer.status === 200 && answer.etag) this.etags.set(path, answer.etag);
      },
    };
  }

  private save(): Errand | null {
    const member = this.drafts.shift();
    if (!member) return null;
    const { session, version, applicationId, form } = member;
    const call: Call = member.unfinished ?? {
      ...{ method: 'PUT', path: `/api/recruitment/applications/${applicationId}/draft`, session, version },
      ...{ key: randomUUID(), body: { ...form, skills: `计算机二级，第${this.turn}稿` } },
    };
    return {
      ...{ call, cookies: member.cookies, person: member.index },
      end: (answer) => {
        const isDone = isAccepted(answer);
        member.unfinished = isDone ? null : call;
        if (isDone) member.version = (answer.body as { version: number }).version;
        this.drafts.push(member);
      },
    };
  }

  /** Half of those who submit have tried before, where there are such. */
  private submit(): Errand | null {
    const again = this.turn % 2 === 0 ? this.unsubmitted.shift() : undefined;
    const member = again ?? this.drafts.shift() ?? this.unsubmitted.shift();
    if (!member) return null;
    const { session, cookies, index, applicationId, unfinished } = member;
    const path = `/api/recruitment/applications/${applicationId}/submit`;
    const call: Call =
      unfinished?.path === path
        ? unfinished
        : { method: 'POST', path, session, key: randomUUID(), body: { declared: true } };
    return {
      ...{ call, cookies, person: index },
      end: (answer) => {
        if (isAccepted(answer)) return;
        member.unfinished = call;
        this.unsubmitted.push(member);
      },
    };
  }
}
