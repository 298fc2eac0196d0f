import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, IfMatch, May } from '@xibu/platform';
import { DraftPosts } from './draft-posts.js';
import { EditPost } from './edit-post.js';
import { ExportPosts } from './export-posts.js';
import { ImportPosts } from './import-posts.js';
import { ListPosts } from './list-posts.js';
import {
  DraftPostDto,
  DraftPostsDto,
  ExportPostsQuery,
  ImportPostsDto,
  PostFieldsDto,
  PostsQuery,
  StructureQuery,
} from './posts.dto.js';

/** What offices and units see of posts. */
@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: ListPosts,
    private readonly sheets: ExportPosts,
  ) {}

  @Get()
  @May('post.read')
  list(@Query() query: PostsQuery, @CurrentActor() actor: Actor) {
    return this.posts.run(query, actor);
  }

  @Get('structure')
  @May('post.read')
  structure(@Query() { season, county }: StructureQuery, @CurrentActor() actor: Actor) {
    return this.posts.structure(season, county, actor);
  }

  @Get('export')
  @May('post.read')
  async export(@Query() query: ExportPostsQuery, @CurrentActor() actor: Actor) {
    return fileAnswer(await this.sheets.run(query, actor));
  }

  @Get(':id')
  @May('post.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.posts.one(id, actor);
  }
}

/** 岗位采集: the county's drafts. */
@Controller('posts')
export class DraftPostsController {
  constructor(
    private readonly drafts: DraftPosts,
    private readonly imports: ImportPosts,
    private readonly edits: EditPost,
  ) {}

  @Post()
  @May('post.prepare')
  draft(@Body() request: DraftPostDto, @CurrentActor() actor: Actor) {
    return this.drafts.one(request, actor);
  }

  @Post('bulk')
  @May('post.prepare')
  draftMany(@Body() request: DraftPostsDto, @CurrentActor() actor: Actor) {
    return this.drafts.run(request, actor);
  }

  @Post('import')
  @HttpCode(200)
  @May('post.prepare')
  import(@Body() request: ImportPostsDto, @CurrentActor() actor: Actor) {
    return this.imports.run(request, actor);
  }

  @Put(':id')
  @May('post.prepare')
  edit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() fields: PostFieldsDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.edits.run(id, fields, version, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('post.prepare')
  discard(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.edits.discard(id, actor);
  }
}
