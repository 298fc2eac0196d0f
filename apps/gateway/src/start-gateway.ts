import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { followRequests, measureRequests, nestLog, openLog, readConfig } from '@xibu/platform';
import { Admission } from './admission/admission.js';
import { GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { securityHeaders } from './security-headers.js';

export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** The front door: no rule, no table, no fact. A wrong configuration ends the process with the name of the variable. */
export async function startGateway(variables?: Readonly<Record<string, string | undefined>>): Promise<RunningGateway> {
  const config = readConfig(GatewayConfig, variables);
  const logger = openLog('gateway', config.logLevel);
  const adapter = new FastifyAdapter({
    trustProxy: config.trustedProxies?.split(',') ?? false,
    bodyLimit: config.bodyLimit,
  });
  const server = adapter.getInstance();
  followRequests(server);
  measureRequests(server, 'gateway');
  const headers = securityHeaders(config.isSecure);
  server.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers(headers);
    done();
  });
  // Bodies go through as they come; only a service knows what is in them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(config, logger), adapter, {
    ...{ logger: nestLog(logger), abortOnError: false, bodyParser: false },
  });
  app.get(Admission).watch(server);
  server.server.maxConnections = config.connectionsMax;
  await app.listen(config.port, config.host);
  logger.info({ port: config.port }, 'ready');
  return { url: await app.getUrl(), stop: () => app.close() };
}
