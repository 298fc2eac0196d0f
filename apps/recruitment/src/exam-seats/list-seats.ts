import { Injectable } from '@nestjs/common';
import type { SheetColumn, SheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { ExamSeatRow } from '@xibu/domain/recruitment/api';
import { Database, type ListDefinition, type Page, readPage, type SheetFormat } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import { exportList } from '../spreadsheets/export-list.js';
import type { SeatsQuery } from './exam-seats.dto.js';

/** 考场座次与成绩: door lists, score sheets, and who was absent. */
@Injectable()
export class ListSeats {
  constructor(private readonly database: Database) {}

  run(sessionId: string, query: SeatsQuery, actor: Actor): Promise<Page<ExamSeatRow>> {
    return this.database.transaction((tx) => readPage<ExamSeatRow>(tx, query, definitionOf(sessionId, query, actor)));
  }

  /** The very same list, whole. Scores as people write them: 86.5, not 8650. */
  export(sessionId: string, query: SeatsQuery, format: SheetFormat, actor: Actor): Promise<SheetFile> {
    const list = definitionOf(sessionId, query, actor);
    const select = `${list.select}, (s.score_hundredths / 100.0::float8)::text score`;
    return exportList(this.database, query, format, { title: '考场座次与成绩', columns, list: { ...list, select } });
  }
}

const columns: readonly SheetColumn[] = [
  { key: 'ticket', header: '准考证号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'site', header: '考点', kind: 'text', width: 24 },
  { key: 'room', header: '考场', kind: 'text' },
  { key: 'seat', header: '座位号', kind: 'integer' },
  { key: 'score', header: '成绩', kind: 'text' },
  { key: 'isAbsent', header: '缺考', kind: 'yes-no' },
];

function definitionOf(sessionId: string, { site, isScored }: SeatsQuery, actor: Actor): ListDefinition {
  return {
    select: `s.application_id "id", s.ticket, a.person_name "name", s.university, s.faculty, s.site, s.room, s.seat,
             s.score_hundredths "scoreHundredths", s.is_absent "isAbsent"`,
    from: 'exam_seat s join application a on a.id = s.application_id',
    where: [
      ['s.session_id = ?', sessionId],
      ...scopeOf(actor, 's'),
      ...(site ? [['s.site = ?', site] as const] : []),
      ...(isScored === undefined ? [] : [['(s.score_hundredths is not null) = ?', isScored] as const]),
    ],
    sorts: ['ticket', 'name', 'scoreHundredths'],
    defaultSort: 'ticket',
    facets: ['site', 'isAbsent'],
  };
}
