import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Database } from '../database.js';
import { May } from '../http/access.guard.js';
import { ListQuery, readPage } from '../http/lists.js';
import { verifyAudit } from './audit-chain.js';

class AuditQuery extends ListQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly table?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly row?: string;
}

/** The trail for auditors: what changed, by whom, before and after; and the proof that it is whole. */
@Controller('audit')
export class AuditController {
  constructor(private readonly database: Database) {}

  @Get()
  @May('audit.read')
  list(@Query() query: AuditQuery) {
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: `id, at, account, action, correlation, table_name "table", row_id "row", change, before, after`,
        from: 'audit_entry',
        where: [
          ['?::text is null or table_name = ?', query.table ?? null, query.table ?? null],
          ['?::text is null or row_id = ?', query.row ?? null, query.row ?? null],
        ],
        sorts: ['id', 'at'],
        defaultSort: '-id',
      }),
    );
  }

  @Get('verify')
  @May('audit.read')
  verify() {
    return this.database.transaction(verifyAudit);
  }
}
