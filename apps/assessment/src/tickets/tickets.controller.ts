import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { type TicketTopic, ticketStatuses, ticketTopics } from '@xibu/domain/assessment/api';
import { CurrentActor, ListQuery, May } from '@xibu/platform';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { HandleTicket } from './handle-ticket.js';
import { ListTickets } from './list-tickets.js';

class OpenTicketDto {
  @IsIn(ticketTopics)
  readonly topic: TicketTopic;

  @IsString()
  @MinLength(5)
  @MaxLength(4000)
  readonly text: string;

  @IsBoolean()
  readonly anonymous: boolean;
}
class AnswerDto {
  @IsString()
  @MinLength(2)
  @MaxLength(4000)
  readonly text: string;
}
class OfferDto {
  @IsString()
  @MaxLength(100)
  readonly to: string;
}
class RateDto {
  @IsInt()
  @Min(1)
  @Max(5)
  readonly rating: number;
}
class TicketsQuery extends ListQuery {
  @IsOptional()
  @IsIn(ticketStatuses)
  readonly status?: string;
}

@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: ListTickets,
    private readonly handling: HandleTicket,
  ) {}

  @Get('mine')
  @May('ticket.own')
  mine(@Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.tickets.mine(query, actor);
  }

  @Post()
  @May('ticket.own')
  open(@Body() opening: OpenTicketDto, @CurrentActor() actor: Actor) {
    return this.handling.open(opening, actor);
  }

  @Post(':id/rate')
  @HttpCode(200)
  @May('ticket.own')
  rate(@Param('id', ParseUUIDPipe) id: string, @Body() { rating }: RateDto, @CurrentActor() actor: Actor) {
    return this.handling.rate(id, rating, actor);
  }

  @Get()
  @May('ticket.read')
  list(@Query() query: TicketsQuery, @CurrentActor() actor: Actor) {
    return this.tickets.ofOffice(query, actor);
  }

  @Post(':id/take')
  @HttpCode(200)
  @May('ticket.answer')
  take(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.handling.take(id, actor);
  }

  @Post(':id/offer')
  @HttpCode(200)
  @May('ticket.answer')
  offer(@Param('id', ParseUUIDPipe) id: string, @Body() { to }: OfferDto, @CurrentActor() actor: Actor) {
    return this.handling.offer(id, to, actor);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @May('ticket.answer')
  accept(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.handling.accept(id, actor);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @May('ticket.answer')
  answer(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: AnswerDto, @CurrentActor() actor: Actor) {
    return this.handling.answer(id, text, actor);
  }
}
