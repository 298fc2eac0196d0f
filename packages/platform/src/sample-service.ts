import { Body, Controller, Get, Injectable, Module, Param, Post, Put, Query } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { IsInt } from 'class-validator';
import { ServiceConfig } from './config.js';
import { Database } from './database.js';
import { May, Open } from './http/access.guard.js';
import { ListQuery, readPage } from './http/lists.js';
import { audited, auditedTogether, protect } from './protection.js';
import { type Schedule, Scheduled, type Tick } from './schedules/schedule.js';
import type { ServiceDefinition } from './service-definition.js';

class NoteRequest {
  @IsInt()
  readonly division: number;
}

/** A service of one table, for the specs of the platform. */
@Controller('notes')
class NotesController {
  constructor(private readonly database: Database) {}

  @Get()
  @May('application.read')
  list(@Query() query: ListQuery) {
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: 'id, division, text, at',
        from: 'note',
        where: [],
        sorts: ['at', 'division', 'text'],
        defaultSort: 'at',
        facets: ['division'],
      }),
    );
  }

  @Post()
  @May('application.read')
  add(@Body() { division }: NoteRequest) {
    return this.database.transaction((tx) =>
      tx.query('insert into note (id, division) values (gen_random_uuid(), $1) returning id', [division]),
    );
  }

  @Put(':id')
  @May('application.read')
  lengthen(@Param('id') id: string) {
    return this.database.transaction(async (tx) => {
      const [rows] = await tx.query(`update note set text = coalesce(text, '') || 'x' where id = $1 returning text`, [
        id,
      ]);
      return rows[0];
    });
  }

  @Get('fault')
  @Open()
  fail(): never {
    throw new Error('the inside that nobody may see');
  }

  @Post('busy')
  @Open()
  beBusy(): never {
    throw new Refusal('service.busy', { seconds: 7 });
  }
}

@Injectable()
@Scheduled('count-days', { every: 'day', at: '06:00' })
class EveryDayCount implements Schedule {
  constructor(private readonly database: Database) {}

  async run({ day }: Tick): Promise<void> {
    await this.database.asService((tx) => tx.query('insert into counted (day) values ($1)', [day]));
  }
}

@Module({ controllers: [NotesController], providers: [EveryDayCount] })
class NotesModule {}

export const notes: ServiceDefinition = {
  name: 'notes',
  module: NotesModule,
  config: ServiceConfig,
  migrations: [
    {
      name: '0010-notes',
      reason: 'a table under protection',
      statements: [
        `create table note (id uuid primary key, division int not null, university text, faculty text, unit text,
           account text, text text, at timestamptz not null default now())`,
        ...protect('note', {
          division: 'division',
          university: 'university',
          faculty: 'faculty',
          unit: 'unit',
          account: 'account',
        }),
        audited('note'),
        ...auditedTogether('note'),
        'create table counted (day date primary key)',
      ],
    },
  ],
  tables: [],
  owns: ['note', 'counted'],
  copies: [],
  copiesSeasons: true,
};
