import kafkajs, { type Kafka, type SASLOptions } from 'kafkajs';
import type { Bus } from '../bus.js';
import { FactServer, groupOf, type StrategyOptions } from '../fact-server.js';
import { type Ends, endsOf, type Take } from '../history.js';
import type { Logger } from '../logger.js';
import type { Publisher } from '../publisher.js';
import { KafkaClient } from './kafka-client.js';
import { readKafkaHistory, stretchesOf } from './kafka-history.js';
import { kafkaLog } from './kafka-log.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { rewindGroup } from './kafka-rewind.js';
import { KafkaSubscription } from './kafka-subscription.js';

export interface KafkaBusConfig {
  readonly bus: 'kafka';
  /** `host:port` of some brokers; the others are learnt from them. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  readonly ssl?: boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    username: string;
    password: string;
  };
  /** After this long without a sign of life a consumer counts as dead and others take over; at least six seconds. */
  readonly sessionTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  readonly restartAfterMs?: number;
}

/** The client for these brokers, as everything in this folder uses it. */
export function connectKafka(config: KafkaBusConfig, logger: Logger): Kafka {
  return new KafkaClient({
    clientId: config.clientId ?? 'xibu',
    brokers: [...config.brokers],
    ...(config.ssl === undefined ? {} : { ssl: config.ssl }),
    ...(config.sasl === undefined ? {} : { sasl: config.sasl as SASLOptions }),
    connectionTimeout: 3_000,
    requestTimeout: config.requestTimeoutMs ?? 10_000,
    enforceRequestTimeout: true,
    logLevel: kafkajs.logLevel.INFO,
    logCreator: kafkaLog(logger),
  });
}

/** Apache Kafka: the bus of a deployment on several machines. Topics must exist; see `infra/kafka`. */
export class KafkaBus implements Bus {
  private readonly publishers: Publisher[] = [];

  private constructor(
    private readonly config: KafkaBusConfig,
    private readonly kafka: Kafka,
  ) {}

  /** Opens no connection yet: a service starts without its broker and says in its health what it waits for. */
  static async open(config: KafkaBusConfig, logger: Logger): Promise<KafkaBus> {
    return new KafkaBus(config, connectKafka(config, logger));
  }

  strategy(options: StrategyOptions): FactServer {
    const { sessionTimeoutMs = 10_000, restartAfterMs = 1_000 } = this.config;
    return new FactServer(
      options,
      (subscription) =>
        new KafkaSubscription(this.kafka, { ...subscription, sessionTimeoutMs, restartAfterMs, crashesMax: 5 }),
    );
  }

  publisher(): Publisher {
    const publisher = new KafkaPublisher(this.kafka);
    this.publishers.push(publisher);
    return publisher;
  }

  async rewind({ service, topics }: { readonly service: string; readonly topics: readonly string[] }): Promise<void> {
    await rewindGroup(this.kafka, groupOf(service), topics);
  }

  async history(topics: readonly string[], take: Take): Promise<Ends> {
    return endsOf(await readKafkaHistory(this.kafka, topics, take));
  }

  async ends(topics: readonly string[]): Promise<Ends> {
    return endsOf(await stretchesOf(this.kafka, topics));
  }

  async close(): Promise<void> {
    await Promise.all(this.publishers.map((publisher) => publisher.close()));
  }
}
