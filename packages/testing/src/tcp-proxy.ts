import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** `up` towards the server, `down` towards the client. */
export type Direction = 'up' | 'down';

/** What is wrong with a line; nothing, when nothing is said. */
export interface Toxics {
  /** Each piece comes so much later, give or take up to `jitterMs`; pieces keep their order. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** In each direction of each connection. */
  readonly bytesPerSecond?: number;
  /** Every connection is reset, and so is every new one. */
  readonly resets?: boolean;
  /** What goes that way is swallowed without a word: one direction makes a half-open connection, both a black hole. */
  readonly lost?: Direction | 'both';
}

export interface TcpProxy {
  /** On 127.0.0.1, where clients connect. */
  readonly port: number;
  /** Connections of clients that are open now. */
  readonly connections: number;
  /**
   * Changes what is wrong, for the connections there are and for new ones. A connection that has lost a byte in one
   * direction never delivers another one that way: TCP knows no bytes after a gap.
   */
  set(toxics: Toxics): void;
  stop(): Promise<void>;
}

export interface TcpProxyOptions {
  readonly host?: string;
  /** Where the server listens. */
  readonly to: number;
  /** Where clients connect; any free port when nothing is said. */
  readonly port?: number;
  /** From 0 up to and without 1: which jitter comes next. */
  readonly draw?: () => number;
  /**
   * After this time a server hears the end of a client whose words are lost: its keep-alive has noticed. Ten seconds,
   * when nothing is said.
   */
  readonly noticedAfterMs?: number;
}

/** A line between clients and a server of this machine that can be made bad while it is in use. */
export async function startTcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  const { host = '127.0.0.1', to, draw = Math.random, noticedAfterMs = 10_000 } = options;
  let toxics: Toxics = {};
  const lines = new Set<Line>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ host, port: to, allowHalfOpen: true, noDelay: true });
    const line = new Line(client, upstream, { draw, noticedAfterMs });
    lines.add(line);
    for (const socket of [client, upstream]) {
      socket.once('close', () => {
        if (client.destroyed && upstream.destroyed) lines.delete(line);
      });
    }
    line.set(toxics);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get connections() {
      return [...lines].filter(({ isOpen }) => isOpen).length;
    },
    set(wanted) {
      toxics = wanted;
      for (const line of lines) line.set(toxics);
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const line of lines) line.end();
      await closed;
    },
  };
}

/** One connection: the socket of the client, and ours to the server. */
class Line {
  private toxics: Toxics = {};
  private readonly gap = { up: false, down: false };
  private readonly before = { up: Promise.resolve(), down: Promise.resolve() };
  /** When the last byte of a direction has gone through, where bytes have a price. */
  private readonly busyUntil = { up: 0, down: 0 };
  private readonly waiting = { up: 0, down: 0 };

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly manner: Required<Pick<TcpProxyOptions, 'draw' | 'noticedAfterMs'>>,
  ) {
    this.carry('up', client, server);
    this.carry('down', server, client);
  }

  /** Whether the client is still there. */
  get isOpen(): boolean {
    return !this.client.destroyed;
  }

  set(toxics: Toxics): void {
    this.toxics = toxics;
    if (toxics.resets) this.end();
  }

  end(): void {
    for (const socket of [this.client, this.server]) socket.resetAndDestroy();
  }

  private carry(way: Direction, from: Socket, to: Socket): void {
    from.on('data', (piece: Buffer) => this.pass(way, from, to, piece));
    from.once('end', () => this.after(way, () => this.say(way, to, () => to.end())));
    // What broke is told by the event that follows: closed.
    from.on('error', () => undefined);
    from.once('close', (broken) => this.after(way, () => this.say(way, to, () => hangUp(to, broken))));
  }

  private pass(way: Direction, from: Socket, to: Socket, piece: Buffer): void {
    if (this.isLost(way)) {
      this.gap[way] = true;
      return;
    }
    const ms = this.delayOf(way, piece.length);
    if (ms === 0 && this.waiting[way] === 0) return write(from, to, piece);
    const due = performance.now() + ms;
    this.waiting[way] += 1;
    this.after(way, async () => {
      await pause(Math.max(due - performance.now(), 0));
      this.waiting[way] -= 1;
      if (this.isLost(way)) this.gap[way] = true;
      else write(from, to, piece);
    });
  }

  /** After everything that is on its way in this direction. */
  private after(way: Direction, work: () => void | Promise<void>): void {
    this.before[way] = this.before[way].then(work);
  }

  /** The end of a connection is told like everything else, or not at all. */
  private say(way: Direction, to: Socket, tell: () => void): void {
    if (!this.isLost(way)) return tell();
    this.gap[way] = true;
    if (way === 'up') setTimeout(() => to.destroy(), this.manner.noticedAfterMs).unref();
  }

  private isLost(way: Direction): boolean {
    const { lost } = this.toxics;
    return this.gap[way] || lost === way || lost === 'both';
  }

  private delayOf(way: Direction, bytes: number): number {
    const { latencyMs = 0, jitterMs = 0, bytesPerSecond } = this.toxics;
    const late = Math.max(latencyMs + jitterMs * (2 * this.manner.draw() - 1), 0);
    if (bytesPerSecond === undefined) return late;
    const now = performance.now();
    this.busyUntil[way] = Math.max(this.busyUntil[way], now) + (bytes / bytesPerSecond) * 1000;
    return this.busyUntil[way] - now + late;
  }
}

function write(from: Socket, to: Socket, piece: Buffer): void {
  if (to.destroyed || !to.writable || to.write(piece)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

function hangUp(socket: Socket, broken: boolean): void {
  if (broken) socket.resetAndDestroy();
  else socket.destroySoon();
}
