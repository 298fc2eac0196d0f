import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './output.js';
import { type OwnPart, root, type Service } from './parts.js';
import { place } from './precedence.js';
import { type Process, startProcess, waitFor } from './processes.js';

/** One more process of a service. */
export interface Replica {
  /** Resolves when it is ready; rejects when it does not come up. */
  ready(): Promise<void>;
  /** With a goodbye (SIGTERM), or without one. */
  leave(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface Revival {
  /** The clock of the day of this process is so far ahead. */
  readonly clockAheadMs?: number;
}

interface CrewOptions {
  readonly quiet: boolean;
  readonly firstPort: number;
  readonly ports: Readonly<Record<OwnPart, number>>;
  variablesOf(name: OwnPart): Promise<Record<string, string>>;
}

/** A machine that is busy with something else takes minutes. */
const readyWithinSeconds = 180;

/** What Node loads first in a process whose clock is ahead. */
const clockAhead = new URL('../clock-ahead.mjs', import.meta.url).href;

/** The processes of a stack, by name. */
export class Crew {
  private readonly processes = new Map<string, Process>();
  private joined = 0;

  constructor(private readonly options: CrewOptions) {}

  async start(name: OwnPart, { clockAheadMs }: Revival = {}): Promise<void> {
    // Without source maps, which take 12 MB of a service: what is compiled reads nearly as what was written.
    const flags = clockAheadMs ? ['--import', `${clockAhead}?${clockAheadMs}`] : [];
    const onEnd = (code: number | null) => say(name, `ended by itself with code ${code}; the rest goes on without it`);
    const variables = await this.options.variablesOf(name);
    const how = { quiet: this.options.quiet, onEnd, flags };
    const part = startProcess(name, mainOf(name), variables, how);
    this.processes.set(name, part);
    await place(part.child.pid, name, name === 'gateway' ? 'door' : 'behind');
  }

  isReady(name: OwnPart): Promise<void> {
    return waitFor(name, () => ready(this.options.ports[name]), readyWithinSeconds);
  }

  async kill(name: OwnPart): Promise<void> {
    await this.processes.get(name)?.stop('SIGKILL');
  }

  signal(name: OwnPart, signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.processes.get(name)?.child.kill(signal);
  }

  async join(name: Service): Promise<Replica> {
    this.joined += 1;
    const [title, port] = [`${name} ${this.joined}`, this.options.firstPort + 20 + this.joined];
    const variables: Record<string, string> = { ...(await this.options.variablesOf(name)), XIBU_PORT: String(port) };
    // One process takes the mails; the others send theirs to it.
    for (const captured of ['XIBU_CAPTURE_SMTP_PORT', 'XIBU_CAPTURE_HTTP_PORT']) delete variables[captured];
    const onEnd = (code: number | null) => say(title, `ended by itself with code ${code}`);
    const replica = startProcess(title, mainOf(name), variables, { quiet: this.options.quiet, onEnd });
    this.processes.set(title, replica);
    await place(replica.child.pid, title, 'behind');
    return {
      ready: () => waitFor(title, () => ready(port), readyWithinSeconds),
      leave: async (signal) => {
        await replica.stop(signal);
        this.processes.delete(title);
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
  }
}

async function ready(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

function mainOf(name: string): string {
  const file = join(root, 'apps', name, 'dist', 'main.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  return file;
}
