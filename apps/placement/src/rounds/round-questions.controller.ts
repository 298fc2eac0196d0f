import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May, Open, Repeatable } from '@xibu/platform';
import { type Asked, answerCacheable, type Reply } from '../posts/answer-cacheable.js';
import { DiagnoseRound } from './diagnose-round.js';
import { ExplainPlacement } from './explain-placement.js';
import { ListRounds } from './list-rounds.js';
import { PreviewRound } from './preview-round.js';
import { ExplanationQuery, PlacementsQuery, PreviewRoundDto, RoundsQuery } from './rounds.dto.js';

/** What everybody may see and take away: promises, results, and the means to check them. */
@Controller('rounds')
export class PublicRoundsController {
  constructor(private readonly rounds: ListRounds) {}

  @Get('public')
  @Open()
  async published(@Query() { season }: RoundsQuery, @Req() asked: Asked, @Res({ passthrough: true }) reply: Reply) {
    return answerCacheable(asked, reply, await this.rounds.published(season));
  }

  @Get('checker')
  @Open()
  async checker() {
    const bytes = await this.rounds.checker();
    return fileAnswer({ bytes, name: 'check-round.mjs', type: 'text/javascript; charset=utf-8' });
  }

  /** A published file never changes; that there is none yet must not be remembered by anybody. */
  @Get(':id/files/:name')
  @Open()
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const bytes = await this.rounds.file(id, name);
    reply.header('cache-control', 'public, max-age=86400, immutable');
    const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8';
    return fileAnswer({ bytes, name, type });
  }
}

/** What offices and applicants ask of a round. */
@Controller('rounds')
export class RoundQuestionsController {
  constructor(
    private readonly rounds: ListRounds,
    private readonly explanation: ExplainPlacement,
    private readonly previews: PreviewRound,
    private readonly diagnoses: DiagnoseRound,
  ) {}

  @Get()
  @May('round.read')
  list(@Query() { season }: RoundsQuery, @CurrentActor() actor: Actor) {
    return this.rounds.ofSeason(season, actor);
  }

  @Get(':id')
  @May('round.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.rounds.one(id, actor);
  }

  @Get(':id/placements')
  @May('round.read')
  placements(@Param('id', ParseUUIDPipe) id: string, @Query() query: PlacementsQuery, @CurrentActor() actor: Actor) {
    return this.rounds.placements(id, query, actor);
  }

  @Get(':id/explanation')
  @May('round.explain')
  explain(@Param('id', ParseUUIDPipe) id: string, @Query() { code }: ExplanationQuery, @CurrentActor() actor: Actor) {
    return this.explanation.run(id, code, actor);
  }

  @Get(':id/diagnosis')
  @May('round.diagnose')
  diagnose(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.diagnoses.run(id, actor);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Repeatable()
  @May('round.diagnose')
  preview(@Param('id', ParseUUIDPipe) id: string, @Body() changes: PreviewRoundDto, @CurrentActor() actor: Actor) {
    return this.previews.run(id, changes, actor);
  }
}
