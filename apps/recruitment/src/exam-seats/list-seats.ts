import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { ExamSeatRow } from '@xibu/domain/recruitment/api';
import { Database, type ListDefinition, type Page, readAll, readPage } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import type { SeatsQuery } from './exam-seats.dto.js';

/** 考场座次与成绩: door lists, score sheets, and who was absent. */
@Injectable()
export class ListSeats {
  constructor(private readonly database: Database) {}

  run(sessionId: string, query: SeatsQuery, actor: Actor): Promise<Page<ExamSeatRow>> {
    return this.database.transaction((tx) => readPage<ExamSeatRow>(tx, query, definitionOf(sessionId, query, actor)));
  }

  all(sessionId: string, query: SeatsQuery, actor: Actor): Promise<ExamSeatRow[]> {
    return this.database.transaction((tx) => readAll<ExamSeatRow>(tx, query, definitionOf(sessionId, query, actor)));
  }
}

export const seatColumns: readonly SheetColumn[] = [
  { key: 'ticket', header: '准考证号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'site', header: '考点', kind: 'text', width: 24 },
  { key: 'room', header: '考场', kind: 'text' },
  { key: 'seat', header: '座位号', kind: 'integer' },
  { key: 'score', header: '成绩', kind: 'text' },
  { key: 'isAbsent', header: '缺考', kind: 'yes-no' },
];

/** Scores as people write them: 86.5, not 8650. */
export function sheetRowOf(row: ExamSeatRow) {
  return { ...row, score: row.scoreHundredths === null ? null : String(row.scoreHundredths / 100) };
}

function definitionOf(sessionId: string, { site, isScored }: SeatsQuery, actor: Actor): ListDefinition {
  return {
    select: `s.application_id "id", s.ticket, a.form ->> 'name' "name", s.university, s.faculty, s.site, s.room, s.seat,
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
