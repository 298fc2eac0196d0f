import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, type Service, type Stack, startStack } from '@xibu/local/stack';
import { eventually } from './eventually.js';
import { FrontDoor } from './front-door.js';

/** What a story needs; the other services are away, which the gateway must bear. */
const services: readonly Service[] = ['programme', 'recruitment', 'notifications'];

/** The real thing for one spec file: PostgreSQL, bus, services, gateway and portal, each a process, in a folder of its own. */
export class StorySystem {
  private folder: string | null = null;
  private starting: Promise<Stack> | null = null;
  private running: Stack | null = null;
  private frontDoor: FrontDoor | null = null;

  async start(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'xibu-story-'));
    // PostgreSQL runs as another user when the tests run as root.
    chmodSync(this.folder, 0o755);
    this.starting = startStack({
      ...{ folder: this.folder, firstPort: await freePorts(), bus: 'embedded', clock: 'virtual', demo: false },
      ...{ quiet: true, logLevel: 'warn', services },
    });
    this.running = await this.starting;
    this.frontDoor = new FrontDoor(this.running.url);
  }

  /** Also in the middle of a start that failed or took too long. */
  async stop(): Promise<void> {
    await this.starting?.then(
      (stack) => stack.stop(),
      () => undefined,
    );
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  get stack(): Stack {
    if (!this.running) throw new Error('start() first');
    return this.running;
  }

  get door(): FrontDoor {
    if (!this.frontDoor) throw new Error('start() first');
    return this.frontDoor;
  }

  /** Moves legal time, when everything that was said before has arrived. `session` is an operator's. */
  async moveTo(now: string, session: string): Promise<void> {
    await this.quiet(session);
    for (const service of services) {
      const path = `/api/${service}/operations/clock`;
      const { status, text } = await this.door.ask('PUT', path, { session, body: { now } });
      if (status !== 200) throw new Error(`${service} did not move to ${now}: ${text}`);
    }
    await this.quiet(session);
  }

  /** Waits until no service has anything left to tell or to hear, twice in a row. */
  async quiet(session: string): Promise<void> {
    let still = 0;
    await eventually(
      'all facts have arrived',
      () => Promise.all(services.map((name) => this.door.get<State>(`/api/${name}/operations/state`, session))),
      (states) => {
        still = states.every(isStill) ? still + 1 : 0;
        return still === 2;
      },
      60,
    );
  }
}

interface State {
  readonly outbox: { readonly rows: number };
  readonly bus: { readonly ok: boolean; readonly lagByTopic?: Readonly<Record<string, number>> };
}

function isStill({ outbox, bus }: State): boolean {
  return bus.ok && outbox.rows === 0 && Object.values(bus.lagByTopic ?? {}).every((lag) => lag === 0);
}
