import { startTcpProxy, type TcpProxy } from '@xibu/testing/tcp-proxy';
import type { Draw } from './draws.js';

/** Lines that can be made bad while the system runs: one for each service to PostgreSQL, one for each broker. */
export class Network {
  private readonly proxies = new Map<string, TcpProxy>();

  constructor(
    private readonly serverPort: number,
    /** Which jitter comes next. */
    private readonly draw: Draw,
  ) {}

  /** The same database by the line of that service. There is no way around it by a socket in the file system. */
  async database(service: string, url: string): Promise<string> {
    const line = this.proxies.get(service) ?? (await this.open(service, this.serverPort));
    const through = new URL(url);
    through.port = String(line.port);
    through.search = '';
    return through.href;
  }

  /** Where clients reach a broker that listens on this port. All services share its line. */
  async broker(port: number, n: number): Promise<number> {
    return (await this.open(`broker ${n}`, port)).port;
  }

  /** The lines of a service to its databases, or of everybody to all brokers. */
  of(name: string): readonly TcpProxy[] {
    return [...this.proxies].flatMap(([line, proxy]) => (line.split(' ')[0] === name ? [proxy] : []));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.stop()));
  }

  private async open(name: string, to: number): Promise<TcpProxy> {
    const line = await startTcpProxy({ to, draw: () => this.draw(0, 1) });
    this.proxies.set(name, line);
    return line;
  }
}
