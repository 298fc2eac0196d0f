import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import {
  type CheckInRequest,
  type CheckInRow,
  type CloseReportInRequest,
  type DiplomaKind,
  diplomaKinds,
} from '@xibu/domain/placement/api';
import { CurrentActor, May } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';
import { CheckInVolunteers } from './check-in-volunteers.js';
import { CloseReportIn } from './close-report-in.js';

class CheckInRowDto implements CheckInRow {
  @Matches(/^[\w-]{1,40}$/)
  readonly number: string;

  @IsString()
  @MaxLength(40)
  readonly confirmationNumber: string;

  @IsIn(diplomaKinds)
  readonly diploma: DiplomaKind;

  @IsBoolean()
  readonly identityShown: boolean;
}

class CheckInDto implements CheckInRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;

  @IsOptional()
  @IsLegalDate()
  readonly on?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique(({ number }: CheckInRowDto) => number)
  @ValidateNested({ each: true })
  @Type(() => CheckInRowDto)
  readonly rows: CheckInRowDto[];
}

class CloseReportInDto implements CloseReportInRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;
}

/** 报到 at the training site. */
@Controller('check-ins')
export class CheckInsController {
  constructor(
    private readonly checkIns: CheckInVolunteers,
    private readonly closing: CloseReportIn,
  ) {}

  @Post()
  @HttpCode(200)
  @May('volunteer.check-in')
  checkIn(@Body() request: CheckInDto, @CurrentActor() actor: Actor) {
    return this.checkIns.run(request, actor);
  }

  @Post('close')
  @HttpCode(200)
  @May('volunteer.close-report-in')
  close(@Body() { season }: CloseReportInDto, @CurrentActor() actor: Actor) {
    return this.closing.run(season, actor);
  }
}
