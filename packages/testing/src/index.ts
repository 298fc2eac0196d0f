export * from './browser.js';
export { freePort, isFree } from './free-port.js';
export {
  javaAndMavenAreHere,
  KAFKA_VERSION,
  type KafkaOptions,
  type LocalKafka,
  startKafka,
  whyNoKafka,
} from './kafka-broker.js';
export { type Direction, startTcpProxy, type TcpProxy, type TcpProxyOptions, type Toxics } from './tcp-proxy.js';
export { startTestServer, type TestServer } from './test-server.js';
