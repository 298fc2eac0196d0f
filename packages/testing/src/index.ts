export * from './browser.js';
export {
  javaAndMavenAreHere,
  KAFKA_VERSION,
  type KafkaOptions,
  type LocalKafka,
  startKafka,
  whyNoKafka,
} from './kafka-broker.js';
export { freePort, startTestServer, type TestServer } from './test-server.js';
