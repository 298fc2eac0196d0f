export * from './browser.js';
export {
  javaAndMavenAreHere,
  KAFKA_VERSION,
  type KafkaOptions,
  type LocalKafka,
  startKafka,
  whyNoKafka,
} from './kafka-broker.js';
export { freePort } from './free-port.js';
export { startTestServer, type TestServer } from './test-server.js';
