import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, ListQuery, May } from '@xibu/platform';
import { ReasonDto } from '../counties/counties.dto.js';
import { ClosePost } from './close-post.js';
import { GrantExemption } from './grant-exemption.js';
import { MovePosts } from './move-posts.js';
import { OpenPosts } from './open-posts.js';
import { GrantExemptionDto, MovePostsDto, OpenPostsDto, ReturnPostsDto } from './posts.dto.js';
import { ReturnPosts } from './return-posts.js';

/** 申报 → 审核确认 → 审定 → 开放, and 退回 on the way. */
@Controller('posts')
export class PostStepsController {
  constructor(
    private readonly posts: MovePosts,
    private readonly returns: ReturnPosts,
    private readonly opening: OpenPosts,
    private readonly closing: ClosePost,
  ) {}

  @Post('declare')
  @HttpCode(200)
  @May('post.declare')
  declare(@Body() request: MovePostsDto, @CurrentActor() actor: Actor) {
    return this.posts.run('declare', request, actor);
  }

  @Post('confirm')
  @HttpCode(200)
  @May('post.confirm')
  confirm(@Body() request: MovePostsDto, @CurrentActor() actor: Actor) {
    return this.posts.run('confirm', request, actor);
  }

  @Post('approve')
  @HttpCode(200)
  @May('post.approve')
  approve(@Body() request: MovePostsDto, @CurrentActor() actor: Actor) {
    return this.posts.run('approve', request, actor);
  }

  @Post('return')
  @HttpCode(200)
  @May('post.return')
  sendBack(@Body() request: ReturnPostsDto, @CurrentActor() actor: Actor) {
    return this.returns.run(request, actor);
  }

  @Post('open')
  @HttpCode(200)
  @May('post.open')
  open(@Body() request: OpenPostsDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('post.close')
  close(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.closing.run(id, reason, actor);
  }
}

/** Documented exemptions from the structure of posts. */
@Controller('structure-exemptions')
export class ExemptionsController {
  constructor(private readonly exemptions: GrantExemption) {}

  @Get()
  @May('post.read')
  list(@Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.exemptions.list(query, actor);
  }

  @Post()
  @May('post.exempt')
  grant(@Body() request: GrantExemptionDto, @CurrentActor() actor: Actor) {
    return this.exemptions.run(request, actor);
  }
}
