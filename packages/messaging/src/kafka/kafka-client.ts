import type { Socket } from 'node:net';
import kafkajs, {
  type Admin,
  type AdminConfig,
  type Consumer,
  type ConsumerConfig,
  type ISocketFactoryArgs,
  type KafkaConfig,
  type Producer,
  type ProducerConfig,
} from 'kafkajs';
import socketFactory from 'kafkajs/src/network/socketFactory.js';
import { endStoppedRunners } from './stopped-runners.js';

const { Kafka } = kafkajs;

/**
 * A client of Kafka whose producers, consumers and admins let go of a line on which a request got no answer. kafkajs
 * 2.2.4 asks again on the same line, which may be dead without anybody having said so; and told to disconnect, it stops
 * to watch what is under way (network/requestQueue), so that this waits for as long as it pleases the broker.
 */
export class KafkaClient extends Kafka {
  constructor(private readonly config: KafkaConfig) {
    super(config);
    endStoppedRunners();
  }

  override producer(options?: ProducerConfig): Producer {
    const lines = new Lines();
    const producer = this.on(lines).producer(options);
    producer.on('producer.network.request_timeout', ({ payload: { broker } }) => lines.cut(broker));
    return producer;
  }

  override consumer(options: ConsumerConfig): Consumer {
    const lines = new Lines();
    const consumer = this.on(lines).consumer(options);
    consumer.on('consumer.network.request_timeout', ({ payload: { broker } }) => lines.cut(broker));
    return consumer;
  }

  override admin(options?: AdminConfig): Admin {
    const lines = new Lines();
    const admin = this.on(lines).admin(options);
    admin.on('admin.network.request_timeout', ({ payload: { broker } }) => lines.cut(broker));
    return admin;
  }

  private on(lines: Lines): InstanceType<typeof Kafka> {
    return new Kafka({ ...this.config, socketFactory: lines.open });
  }
}

/** The lines that one producer, consumer or admin has open. */
class Lines {
  private readonly sockets = new Map<Socket, string>();
  private readonly openSocket = socketFactory();

  readonly open = (to: ISocketFactoryArgs): Socket => {
    const socket = this.openSocket(to);
    this.sockets.set(socket, `${to.host}:${to.port}`);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  };

  /** Everything under way on the lines to this broker fails at once, and what is asked next goes on a new line. */
  cut(broker: string): void {
    for (const [socket, to] of this.sockets) {
      if (to === broker) socket.destroy(new Error('a request got no answer'));
    }
  }
}
