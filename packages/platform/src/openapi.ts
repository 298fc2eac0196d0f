import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of a service's HTTP interface, as it is committed and shown at `/api/<name>/docs`. */
export function apiDocument(app: INestApplication, service: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`xibu ${service}`)
    .setVersion('1')
    .addBearerAuth();
  return SwaggerModule.createDocument(app, builder.build());
}

export function describeApi(app: INestApplication, service: string, pages: boolean): void {
  const options = { jsonDocumentUrl: `api/${service}/openapi.json`, ui: pages, raw: ['json' as const] };
  SwaggerModule.setup(`api/${service}/docs`, app, () => apiDocument(app, service), options);
}
