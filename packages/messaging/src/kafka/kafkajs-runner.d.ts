declare module 'kafkajs/src/consumer/runner.js' {
  /** What turns fetched batches into work; of it only what is mended. */
  export default class Runner {
    running: boolean;
    fetch(nodeId: string): Promise<unknown[]>;
  }
}
