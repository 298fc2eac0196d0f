import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDocument } from './openapi.js';
import { ServiceModule, type ServiceParts } from './service.module.js';
import type { ServiceDefinition } from './service-definition.js';

/** The OpenAPI description of a service, read off its controllers: nothing is started and nothing connected. */
export async function describeService(definition: ServiceDefinition): Promise<OpenAPIObject> {
  const module = ServiceModule.of(definition, {} as ServiceParts);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix(`api/${definition.name}`, { exclude: ['health/live', 'health/ready', 'metrics'] });
  return apiDocument(app, definition.name);
}
