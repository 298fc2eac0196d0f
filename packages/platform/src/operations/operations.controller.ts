import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { type Actor, Refusal, rfc3339 } from '@xibu/domain';
import { dropParked, listParked, retryParked } from '@xibu/messaging';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsISO8601,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { CurrentActor, May } from '../http/access.guard.js';
import { moveClock } from '../virtual-time.js';
import { Running } from './running.js';

class RetryRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Matches(/^\d{1,18}$/, { each: true })
  readonly ids: string[];
}

class DropRequest {
  @IsString()
  @MinLength(5)
  @MaxLength(500)
  readonly reason: string;
}

class MoveClockRequest {
  @IsISO8601({ strict: true })
  readonly now: string;
}

/** For operators: what waits, what failed, and what to do about it. */
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(Running) private readonly running: Running,
  ) {}

  @Get('state')
  @May('operations.read')
  async state() {
    const schedules = await this.database.transaction((tx) =>
      tx.query(`select schedule, max(due) filter (where done and attempts > 0) "lastDone", count(*) filter (where not done) "waiting",
                       (array_agg(failure order by due desc) filter (where failure is not null))[1] "lastFailure"
                from schedule_tick group by 1 order by 1`),
    );
    // The bus first: what a reaction settles after that look stands in the outbox of the one that follows.
    const bus = await this.running.busNow();
    return { now: rfc3339(this.clock.now()), outbox: await this.running.outbox(), bus, schedules };
  }

  @Get('parked')
  @May('operations.read')
  parked() {
    return this.database.transaction((tx) => listParked(tx));
  }

  @Post('parked/retry')
  @HttpCode(200)
  @May('operations.act')
  async retry(@Body() { ids }: RetryRequest, @CurrentActor() actor: Actor) {
    return { retried: await this.database.transaction((tx) => retryParked(tx, ids, actor.account)) };
  }

  @Post('parked/:id/drop')
  @HttpCode(200)
  @May('operations.act')
  async drop(@Param('id') id: string, @Body() { reason }: DropRequest, @CurrentActor() actor: Actor) {
    if (!/^\d{1,18}$/.test(id)) throw new Refusal('record.unknown');
    const dropped = await this.database.transaction((tx) => dropParked(tx, id, reason, actor.account));
    if (!dropped) throw new Refusal('record.unknown');
    return { id, dropped };
  }

  /** Moves the virtual clock forward and runs what falls due on the way; answers when that is done. */
  @Put('clock')
  @May('operations.act')
  async moveClock(@Body() { now }: MoveClockRequest) {
    await moveClock(this.clock, new Date(now), this.database);
    await this.running.tick();
    return { now: rfc3339(this.clock.now()) };
  }
}
