import { Module } from '@nestjs/common';
import { AnnulRound } from './annul-round.js';
import { DiagnoseRound } from './diagnose-round.js';
import { DrawSeed } from './draw-seed.js';
import { ExplainPlacement } from './explain-placement.js';
import { FreezeRound } from './freeze-round.js';
import { ListRounds } from './list-rounds.js';
import { OpenRound } from './open-round.js';
import { PreviewRound } from './preview-round.js';
import { PublishRound } from './publish-round.js';
import { PublishedRounds } from './published-rounds.js';
import { RevealSeed } from './reveal-seed.js';
import { PublicRoundsController, RoundQuestionsController } from './round-questions.controller.js';
import { RoundRunner } from './round-runner.js';
import { RoundInputController, RoundResultController } from './rounds.controller.js';
import { RunRound } from './run-round.js';

@Module({
  controllers: [PublicRoundsController, RoundQuestionsController, RoundInputController, RoundResultController],
  providers: [
    ...[OpenRound, DrawSeed, FreezeRound, RevealSeed, RunRound, RoundRunner, PublishRound, AnnulRound],
    ...[ListRounds, PreviewRound, DiagnoseRound, PublishedRounds, ExplainPlacement],
  ],
})
export class RoundsModule {}
