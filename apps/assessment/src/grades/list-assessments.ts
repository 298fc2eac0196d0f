import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { AssessmentRow } from '@xibu/domain/assessment/api';
import { type Condition, Database, type ListQuery, type Page, readPage } from '@xibu/platform';
import type { Assessment } from './assessment.js';
import { AssessmentTable } from './assessment.table.js';

@Injectable()
export class ListAssessments {
  constructor(private readonly database: Database) {}

  mine(actor: Actor): Promise<Assessment[]> {
    return this.database.transaction((tx) =>
      tx.find(AssessmentTable, { where: { account: actor.account }, order: { season: 'DESC' } }),
    );
  }

  run(
    query: ListQuery & { season?: string; status?: string; grade?: string },
    actor: Actor,
  ): Promise<Page<AssessmentRow>> {
    return this.database.transaction((tx) =>
      readPage<AssessmentRow>(tx, query, {
        select: `id, number, name, season, county, unit, status, unit_score "unitScore", grade`,
        from: 'assessment',
        where: [
          scopeOf(actor),
          ...(query.season ? [['season = ?', query.season] as const] : []),
          ...(query.status ? [['status = ?', query.status] as const] : []),
          ...(query.grade ? [['grade = ?', query.grade] as const] : []),
        ],
        sorts: ['number', 'name', 'county', 'unitScore'],
        defaultSort: 'number',
        facets: ['status', 'grade'],
      }),
    );
  }
}

function scopeOf({ divisions, university, unit }: Actor): Condition {
  if (unit) return ['unit = ?', unit];
  if (university) return ['university = ?', university];
  return ['county between ? and ?', divisions?.from ?? -1, divisions?.to ?? -1];
}
