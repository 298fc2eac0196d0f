import { Module } from '@nestjs/common';
import { ApplyForCounty } from './apply-for-county.js';
import { BlocksController, LocalKeyCountiesController } from './blocks.controller.js';
import { CountiesController, CountyStepsController } from './counties.controller.js';
import { DisqualifyCounties } from './disqualify-counties.js';
import { EveryDayDisqualifyCounties } from './every-day-disqualify-counties.js';
import { ImposeBlock } from './impose-block.js';
import { KeepLocalKeyCounty } from './keep-local-key-county.js';
import { ListCounties } from './list-counties.js';
import { MoveBlock } from './move-block.js';
import { MoveCounty } from './move-county.js';
import { RegisterCounties } from './register-counties.js';
import { WhenIncidentConcluded } from './when-incident-concluded.js';
import { WhenOfficeRated } from './when-office-rated.js';

@Module({
  controllers: [
    ...[CountiesController, CountyStepsController, BlocksController, LocalKeyCountiesController],
    ...[WhenIncidentConcluded, WhenOfficeRated],
  ],
  providers: [
    ...[ApplyForCounty, RegisterCounties, MoveCounty, ListCounties, KeepLocalKeyCounty],
    ...[ImposeBlock, MoveBlock, DisqualifyCounties, EveryDayDisqualifyCounties],
  ],
})
export class CountiesModule {}
