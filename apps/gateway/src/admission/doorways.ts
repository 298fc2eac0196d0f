import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { showFigures } from '@xibu/platform';
import { GatewayConfig } from '../gateway.config.js';
import { type Service, services } from '../upstreams/services.js';
import { Doorway } from './doorway.js';
import { type Priority, priorities } from './priority.rules.js';
import type { WrittenNo } from './refuse.js';
import { retryAfterSeconds } from './retry.rules.js';

/** Refusals of these mean that the system is full, not that somebody exports too much. */
const ofPeopleAtWork: readonly Priority[] = ['submit', 'save', 'own'];

/** The doorway of each service: none of them takes places from another. */
@Injectable()
export class Doorways implements OnModuleDestroy {
  private readonly doorways: ReadonlyMap<Service, Doorway>;

  constructor({ inFlightMax, queueMax }: GatewayConfig) {
    this.doorways = new Map(services.map((service) => [service, new Doorway({ inFlightMax, queueMax })]));
    this.show();
  }

  of(service: Service): Doorway {
    const found = this.doorways.get(service);
    if (!found) throw new Error(`${service} has no doorway`);
    return found;
  }

  /** The no to a request of this priority, with when to try again. */
  busy(service: Service, priority: Priority): WrittenNo {
    const chance = randomInt(1_000_000) / 1_000_000;
    const seconds = retryAfterSeconds(priority, this.of(service).comeAgainMs(priority), chance);
    return { code: 'service.busy', details: { seconds } };
  }

  /** Work of the gateway itself at a service, in its turn like everything else. */
  async pass<Answer>(service: Service, priority: Priority, work: () => Promise<Answer>): Promise<Answer> {
    const doorway = this.of(service);
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        const { code, details } = this.busy(service, priority);
        reject(new Refusal(code, details));
      };
      const entry = doorway.enter(priority, () => ({ go: resolve, giveUp }));
      if (entry === 'in') resolve();
      if (entry === 'refused') giveUp();
    });
    const began = performance.now();
    try {
      return await work();
    } finally {
      doorway.leave(performance.now() - began);
    }
  }

  /** Refusals of people at work since the start: while this grows the system is full. */
  refusedAtWork(): number {
    let sum = 0;
    for (const { refused } of this.doorways.values()) for (const priority of ofPeopleAtWork) sum += refused[priority];
    return sum;
  }

  onModuleDestroy(): void {
    for (const doorway of this.doorways.values()) doorway.stop();
  }

  private show(): void {
    const each = (read: (doorway: Doorway, priority: Priority) => number) => () =>
      [...this.doorways].flatMap(([upstream, doorway]) =>
        priorities.map((priority) => [{ upstream, priority }, read(doorway, priority)] as const),
      );
    showFigures([
      {
        ...{ name: 'xibu_gateway_in_flight', kind: 'gauge', labels: ['upstream'] },
        help: 'Requests at a service at this moment',
        read: () => [...this.doorways].map(([upstream, { inFlight }]) => [{ upstream }, inFlight]),
      },
      {
        ...{ name: 'xibu_gateway_queue_length', kind: 'gauge', labels: ['upstream', 'priority'] },
        help: 'Requests that wait for their turn',
        read: each((doorway, priority) => doorway.waiting(priority)),
      },
      {
        ...{ name: 'xibu_gateway_refusals_total', kind: 'counter', labels: ['upstream', 'priority'] },
        help: 'Requests refused because the service was full',
        read: each(({ refused }, priority) => refused[priority]),
      },
    ]);
  }
}
