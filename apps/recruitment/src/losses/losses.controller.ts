import { Controller, Get, Query } from '@nestjs/common';
import { type SheetColumn, sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May } from '@xibu/platform';
import { ListLosses } from './list-losses.js';
import { LossesQuery } from './losses.dto.js';

const columns: readonly SheetColumn[] = [
  { key: 'number', header: '报名编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'reason', header: '原因', kind: 'text', width: 14 },
  { key: 'postTitle', header: '岗位', kind: 'text', width: 24 },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'lostAt', header: '时间', kind: 'text', width: 28 },
  { key: 'isFilled', header: '已补招', kind: 'yes-no' },
];

@Controller('losses')
export class LossesController {
  constructor(private readonly losses: ListLosses) {}

  @Get()
  @May('loss.read')
  async list(@Query() query: LossesQuery, @CurrentActor() actor: Actor) {
    if (!query.format) return this.losses.run(query, actor);
    const rows = (await this.losses.all(query, actor)).map((row) => ({ ...row }));
    return fileAnswer(await sheetFile({ title: '流失名单', columns, rows }, query.format));
  }

  /** How many each post needs again: what a backfill round is opened for. */
  @Get('by-post')
  @May('loss.read')
  byPost(@Query() query: LossesQuery, @CurrentActor() actor: Actor) {
    return this.losses.byPost(query, actor);
  }
}
