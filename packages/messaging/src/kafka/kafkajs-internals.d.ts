declare module 'kafkajs/src/consumer/runner.js' {
  /** What turns fetched batches into work; of it only what is mended. */
  export default class Runner {
    running: boolean;
    fetch(nodeId: string): Promise<unknown[]>;
  }
}

declare module 'kafkajs/src/network/socketFactory.js' {
  import type { ISocketFactory } from 'kafkajs';
  /** What opens a line when nobody brings a factory of their own. */
  export default function socketFactory(): ISocketFactory;
}
