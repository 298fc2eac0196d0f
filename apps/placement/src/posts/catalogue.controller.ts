import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Open } from '@xibu/platform';
import { type Asked, answerCacheable, type Reply } from './answer-cacheable.js';
import { ListOpenPosts } from './list-open-posts.js';
import { CatalogueQuery, OpenCountiesQuery } from './posts.dto.js';

/** 岗位目录: posts and counties for everybody, without an account. */
@Controller('catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: ListOpenPosts) {}

  @Get('posts')
  @Open()
  async posts(@Query() query: CatalogueQuery, @Req() asked: Asked, @Res({ passthrough: true }) reply: Reply) {
    return answerCacheable(asked, reply, await this.catalogue.run(query));
  }

  @Get('posts/:code')
  @Open()
  async post(@Param('code') code: string, @Req() asked: Asked, @Res({ passthrough: true }) reply: Reply) {
    return answerCacheable(asked, reply, await this.catalogue.one(code));
  }

  @Get('counties')
  @Open()
  async counties(@Query() query: OpenCountiesQuery, @Req() asked: Asked, @Res({ passthrough: true }) reply: Reply) {
    return answerCacheable(asked, reply, await this.catalogue.counties(query));
  }
}
