import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { type OfficeRatingGrade, officeRatings } from '@xibu/domain/assessment/api';
import { CurrentActor, May } from '@xibu/platform';
import { IsIn, IsUUID } from 'class-validator';
import { SeasonDto } from '../grades/grades.dto.js';
import { RateOffice } from './rate-office.js';

class ProposeRatingDto extends SeasonDto {
  @IsUUID()
  readonly officeId: string;

  @IsIn(officeRatings)
  readonly rating: OfficeRatingGrade;
}

@Controller('office-ratings')
export class OfficeRatingsController {
  constructor(private readonly ratings: RateOffice) {}

  @Get()
  @May('office-rating.read')
  list(@Query() { season }: SeasonDto, @CurrentActor() actor: Actor) {
    return this.ratings.list(season, actor);
  }

  @Post()
  @May('office-rating.propose')
  propose(@Body() request: ProposeRatingDto, @CurrentActor() actor: Actor) {
    return this.ratings.propose(request, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('office-rating.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.ratings.decide(id, actor);
  }
}
