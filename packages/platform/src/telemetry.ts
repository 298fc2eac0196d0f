import { register } from 'node:module';

/**
 * Traces through HTTP, database and bus. Load it before everything else: `node --import @xibu/platform/telemetry`. It
 * costs nothing unless XIBU_OTLP_ENDPOINT names a collector.
 */
const endpoint = process.env['XIBU_OTLP_ENDPOINT'];
if (endpoint) {
  // Modules loaded with `import` are only seen by the instrumentations through this hook.
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
  const [{ NodeSDK }, http, pg, kafka] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-pg'),
    import('@opentelemetry/instrumentation-kafkajs'),
  ]);
  new NodeSDK({
    serviceName: process.env['XIBU_SERVICE_NAME'] ?? 'xibu',
    instrumentations: [new http.HttpInstrumentation(), new pg.PgInstrumentation(), new kafka.KafkaJsInstrumentation()],
  }).start();
}
