import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { season } from '@xibu/end-to-end/season/calendar';
import { forEach } from '@xibu/end-to-end/season/client';
import { type Person, personOf } from '@xibu/end-to-end/season/people';
import type { World } from '@xibu/end-to-end/season/world';
import type { History } from '../history.js';
import { type Call, Caller, Cookies } from './caller.js';
import type { Comer } from './crowd.js';
import { isAccepted, isRefused } from './figures.js';
import type { Answer } from './manners.js';
import { recorded } from './recorded.js';

const lanes = 16;

/** Opens accounts, signs them in, and fills in their forms up to the last click, all through the gateway. */
export class Preparation {
  private next = 0;
  private readonly caller: Caller;

  constructor(
    private readonly world: World,
    private readonly history: History,
    url: string,
  ) {
    this.caller = new Caller(url, () => performance.now());
  }

  async prepare(count: number): Promise<Comer[]> {
    const first = this.next;
    this.next += count;
    const { counties, universities, options } = this.world;
    const crowd = { seed: options.seed, size: this.next, counties, universities: universities.length };
    const people = Array.from({ length: count }, (_, at) => personOf(crowd, universities, first + at));
    const comers: Comer[] = [];
    await forEach(people, lanes, async (person) => {
      comers.push(await this.fillIn(person));
    });
    return comers;
  }

  close(): void {
    this.caller.close();
  }

  private async fillIn({ index, loginName, password, form }: Person): Promise<Comer> {
    const cookies = new Cookies();
    const account = { name: form.name, loginName, email: form.email, mobile: form.mobile, password };
    await this.command('register', index, this.post('/api/programme/accounts/register', account), cookies);
    const body = { name: loginName, password };
    const signIn = this.post('/api/programme/sign-in', body);
    const { session } = await this.answered<{ session: string }>(() => this.caller.ask(signIn, cookies));
    const path = '/api/recruitment/applications';
    type Draft = { id: string; version: number };
    const started = await this.command<Draft>('start', index, { ...this.post(path, { season }), session }, cookies);
    const saving: Call = {
      ...{ method: 'PUT', path: `${path}/${started.id}/draft`, body: form, session },
      ...{ key: randomUUID(), version: started.version },
    };
    const { version } = await this.answered<Draft>(() => this.caller.ask(saving, cookies));
    return { index, loginName, password, session, applicationId: started.id, form, version };
  }

  private post(path: string, body: unknown): Call {
    return { method: 'POST', path, body, key: randomUUID() };
  }

  private command<Body>(kind: 'register' | 'start', person: number, call: Call, cookies: Cookies): Promise<Body> {
    const command = { key: call.key ?? '', kind, person };
    return this.answered(() => recorded(this.history, command, () => this.caller.ask(call, cookies)));
  }

  /** Asks until it is done: nobody is hurried before the evening begins. */
  private async answered<Body>(ask: () => Promise<Answer>): Promise<Body> {
    for (;;) {
      const answer = await ask();
      if (isAccepted(answer)) return answer.body as Body;
      if (answer.status !== 0 && !isRefused(answer)) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      await pause(Math.min(answer.retryAfterMs ?? 200, 1_000));
    }
  }
}
