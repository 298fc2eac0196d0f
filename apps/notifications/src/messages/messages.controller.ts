import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { deliveryStatuses } from '@xibu/domain/notifications/api';
import { CurrentActor, ListQuery, May } from '@xibu/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListMessages } from './list-messages.js';

class DeliveriesQuery extends ListQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly account?: string;

  @IsOptional()
  @IsIn(deliveryStatuses)
  readonly status?: string;
}

@Controller()
export class MessagesController {
  constructor(private readonly messages: ListMessages) {}

  @Get('messages/mine')
  @May('message.own')
  mine(@Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.messages.mine(query, actor);
  }

  @Get('messages/unread')
  @May('message.own')
  unread(@CurrentActor() actor: Actor) {
    return this.messages.unread(actor);
  }

  @Post('messages/:id/read')
  @HttpCode(200)
  @May('message.own')
  read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.messages.read(id, actor);
  }

  @Get('deliveries')
  @May('delivery.read')
  deliveries(@Query() query: DeliveriesQuery) {
    return this.messages.deliveries(query);
  }
}
