import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '@xibu/end-to-end/season/people';
import type { CommandKind, History } from './history.js';

/** No answer may take longer; who has waited so long gives up and asks again. */
const patienceMs = 20_000;

interface Command {
  readonly kind: CommandKind;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly version?: number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly isPolite: boolean;
  readonly retryAfterMs: number;
}

/** Signs up from the first page to the receipt, as somebody who does not give up would, and writes down every try. */
export class Applicant {
  private session: string | null = null;

  constructor(
    private readonly url: string,
    private readonly person: Person,
    private readonly history: History,
  ) {}

  async signUp(season: string): Promise<void> {
    const { loginName, password, form } = this.person;
    const register = { name: form.name, loginName, email: form.email, mobile: form.mobile, password };
    await this.ask('register', 'POST', '/api/programme/accounts/register', register);
    const body = { name: loginName, password };
    const { session } = await this.ask<{ session: string }>('sign-in', 'POST', '/api/programme/sign-in', body);
    this.session = session;
    const application = '/api/recruitment/applications';
    const { id, version } = await this.ask<{ id: string; version: number }>('start', 'POST', application, { season });
    await this.ask('draft', 'PUT', `${application}/${id}/draft`, form, version);
    await this.ask('submit', 'POST', `${application}/${id}/submit`, { declared: true });
  }

  /** Asks until there is an answer that is one. */
  private async ask<Body>(
    kind: CommandKind,
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    version?: number,
  ): Promise<Body> {
    const key = randomUUID();
    for (;;) {
      const answer = await this.once({ kind, method, path, body, ...(version === undefined ? {} : { version }) }, key);
      if (answer.status >= 200 && answer.status < 300) return answer.body as Body;
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await pause(answer.retryAfterMs);
    }
  }

  private async once(command: Command, key: string): Promise<Answer> {
    const of = { key, kind: command.kind, person: this.person.index };
    this.history.write({ event: 'invoke', ...of });
    const began = performance.now();
    const answer = await this.send(command, key);
    const { status, isPolite } = answer;
    const told = { ...of, status, ms: Math.round(performance.now() - began) };
    if (status >= 200 && status < 300) this.history.write({ event: 'ok', ...told, answer: keptOf(answer.body) });
    else if (status >= 400 && status < 500) this.history.write({ event: 'fail', ...told, answer: answer.body });
    else this.history.write({ event: 'unknown', ...told, isPolite });
    return answer;
  }

  private async send({ method, path, body, version }: Command, key: string): Promise<Answer> {
    const headers: Record<string, string> = {
      ...{ 'x-xibu': 'machine', 'content-type': 'application/json', 'idempotency-key': key },
      ...(this.session ? { authorization: `Session ${this.session}` } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    };
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(`${this.url}${path}`, { method, headers, body: JSON.stringify(body), signal });
      const text = await response.text();
      const retryAfter = Number(response.headers.get('retry-after'));
      const said = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as object) : {};
      const isPolite = retryAfter > 0 && 'detail' in said;
      return { status: response.status, body: said, isPolite, retryAfterMs: Math.min(retryAfter * 1000 || 200, 1_000) };
    } catch (error) {
      // No answer: the connection was refused or lost, or it took too long. Status 0 says so in the history.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
      return { status: 0, body: {}, isPolite: false, retryAfterMs: 200 };
    }
  }
}

/** Of an answer, what a checker compares; never a session. */
function keptOf(body: unknown): unknown {
  const { id, number, status, version } = body as Record<string, unknown>;
  return { id, number, status, version };
}
