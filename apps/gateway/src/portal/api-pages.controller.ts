import { Controller, Get, Header } from '@nestjs/common';
import { services } from '../upstreams/services.js';

/** 接口文档: where each service describes itself. */
@Controller('api/docs')
export class ApiPagesController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  index(): string {
    const rows = services.map(
      (name) =>
        `<li><a href="/api/${name}/docs">${name}</a> (<a href="/api/${name}/openapi.json">openapi.json</a>)</li>`,
    );
    return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>xibu API</title>
<h1>西部计划 xibu API</h1><ul>${rows.join('')}</ul></html>`;
  }
}
