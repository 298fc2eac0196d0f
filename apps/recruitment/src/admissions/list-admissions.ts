import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { AdmissionRow } from '@xibu/domain/recruitment/api';
import { Database, type ListDefinition, type Page, readAll, readPage } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import type { AdmissionsQuery } from './admissions.dto.js';

/** 录取名册: who was admitted where, and what they answered; whoever was lost since stays on it with that status. */
@Injectable()
export class ListAdmissions {
  constructor(private readonly database: Database) {}

  run(query: AdmissionsQuery, actor: Actor): Promise<Page<AdmissionRow>> {
    return this.database.transaction((tx) => readPage<AdmissionRow>(tx, query, definitionOf(query, actor)));
  }

  all(query: AdmissionsQuery, actor: Actor): Promise<AdmissionRow[]> {
    return this.database.transaction((tx) => readAll<AdmissionRow>(tx, query, definitionOf(query, actor)));
  }
}

function definitionOf({ season, answer, status, track }: AdmissionsQuery, actor: Actor): ListDefinition {
  return {
    select: `d.application_id "id", d.confirmation_number "confirmationNumber", a.form ->> 'name' "name", d.university,
             d.faculty, d.county, d.post_id "postId", d.post_title "postTitle", a.track, d.answer, a.status,
             (d.admitted_at at time zone 'Asia/Shanghai')::date "admittedOn"`,
    from: 'admission d join application a on a.id = d.application_id',
    where: [
      ...scopeOf(actor, 'd'),
      ...(season ? [['d.season = ?', season] as const] : []),
      ...(status ? [['a.status = ?', status] as const] : []),
      ...(track ? [['a.track = ?', track] as const] : []),
      ...(answer ? [[`coalesce(d.answer, 'none') = ?`, answer] as const] : []),
    ],
    sorts: ['confirmationNumber', 'name', 'county'],
    defaultSort: 'confirmationNumber',
    facets: ['status', 'answer', 'track'],
  };
}
