import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May, Open } from '@xibu/platform';
import { ChangeOffice } from './change-office.js';
import { ListOffices } from './list-offices.js';
import {
  DirectoryQuery,
  OfficeContactDto,
  OfficesQuery,
  OpenOfficeDto,
  OpenOfficesDto,
  ReasonDto,
  RenameOfficeDto,
  SearchQuery,
} from './offices.dto.js';
import { OpenOffices } from './open-offices.js';

/** What everybody may look up: who there is and how to reach them. */
@Controller()
export class DirectoryController {
  constructor(private readonly offices: ListOffices) {}

  @Get('directory')
  @Open()
  directory(@Query() query: DirectoryQuery) {
    return this.offices.directory(query);
  }

  @Get('offices/search')
  @Open()
  search(@Query() query: SearchQuery) {
    return this.offices.search(query);
  }
}

/** The tree of offices, for those who stand above parts of it. */
@Controller('offices')
export class OfficesController {
  constructor(
    private readonly offices: ListOffices,
    private readonly opening: OpenOffices,
    private readonly changing: ChangeOffice,
  ) {}

  @Get()
  @May('office.read')
  list(@Query() query: OfficesQuery, @CurrentActor() actor: Actor) {
    return this.offices.register(query, actor);
  }

  @Get(':id')
  @May('office.read')
  one(@Param('id', ParseUUIDPipe) id: string) {
    return this.offices.one(id);
  }

  @Post()
  @May('office.manage')
  open(@Body() request: OpenOfficeDto, @CurrentActor() actor: Actor) {
    return this.opening.one(request, actor);
  }

  @Post('bulk')
  @HttpCode(200)
  @May('office.manage')
  openMany(@Body() request: OpenOfficesDto, @CurrentActor() actor: Actor) {
    return this.opening.many(request, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('office.manage')
  close(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.changing.close(id, reason, actor);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @May('office.manage')
  reopen(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.changing.reopen(id, actor);
  }

  @Put(':id/name')
  @May('office.manage')
  rename(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: RenameOfficeDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.changing.rename(id, name, version, actor);
  }

  @Put(':id/contact')
  @May('office.contact')
  setContact(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { dutyPhone }: OfficeContactDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.changing.setContact(id, dutyPhone, version, actor);
  }
}
