import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';
import type { Running } from './operations/running.js';

/** What Prometheus reads, and the type of that text. */
export function figures(): { readonly type: string; text(): Promise<string> } {
  return { type: register.contentType, text: () => register.metrics() };
}

/** Figures of any process that answers HTTP: the time of each route, and the process itself. */
export function measureRequests(server: FastifyInstance, service: string): void {
  register.clear();
  register.setDefaultLabels({ service });
  collectDefaultMetrics();
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  });
  server.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    duration.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

type Labels = Readonly<Record<string, string>>;

export interface Figure {
  readonly name: string;
  readonly help: string;
  /** A counter only grows; a gauge is what it is now. */
  readonly kind: 'counter' | 'gauge';
  readonly labels?: readonly string[];
  /** Looked at when Prometheus asks, and costs nothing before. */
  read(): readonly (readonly [labels: Labels, value: number])[];
}

/** Shows figures that an app keeps itself. Called after `measureRequests`, which begins the list. */
export function showFigures(shown: readonly Figure[]): void {
  for (const { name, help, kind, labels = [], read } of shown) {
    // Whoever shows a figure last is the one that is at work.
    register.removeSingleMetric(name);
    if (kind === 'gauge') {
      new Gauge({
        ...{ name, help, labelNames: [...labels] },
        collect() {
          for (const [of, value] of read()) this.set(of, value);
        },
      });
    } else {
      new Counter({
        ...{ name, help, labelNames: [...labels] },
        collect() {
          this.reset();
          for (const [of, value] of read()) this.inc(of, value);
        },
      });
    }
  }
}

/** Figures of a service besides: facts waiting in the outbox, and whether the consumer moves. */
export function measure(server: FastifyInstance, service: string, running: Running): void {
  measureRequests(server, service);
  new Gauge({
    name: 'xibu_outbox_rows',
    help: 'Facts that are committed and not yet on the bus',
    async collect() {
      this.set((await running.outbox()).rows);
    },
  });
  new Gauge({
    name: 'xibu_bus_healthy',
    help: '1 while the consumer moves on or has nothing to do',
    collect() {
      this.set(running.bus().ok ? 1 : 0);
    },
  });
}
