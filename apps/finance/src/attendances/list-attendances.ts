import { Injectable } from '@nestjs/common';
import { type Actor, addMonths, firstDayOf, type Month } from '@xibu/domain';
import type { AttendancePerson, AttendanceRow } from '@xibu/domain/finance/api';
import { type Condition, Database, type ListDefinition, type Page, readPage } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import type { AttendancesQuery } from './attendances.dto.js';

/** Who has confirmed a month and who has not: a unit with people in service is on the list either way. */
@Injectable()
export class ListAttendances {
  constructor(private readonly database: Database) {}

  units(query: AttendancesQuery, actor: Actor): Promise<Page<AttendanceRow>> {
    return this.database.transaction((tx) => readPage<AttendanceRow>(tx, query, unitsOf(query, actor)));
  }

  /** The people behind the count, with their days; for the unit's form and the county's question. */
  people(query: AttendancesQuery, actor: Actor): Promise<Page<AttendancePerson>> {
    return this.database.transaction((tx) => readPage<AttendancePerson>(tx, query, peopleOf(query, actor)));
  }
}

const filters = ({ county, unit, state }: AttendancesQuery, actor: Actor, table: string): Condition[] => [
  ...scopeOf(actor, table, { unit: true }),
  ...(county ? [[`${table}.division = ?`, county] as const] : []),
  ...(unit ? [[`${table}.unit = ?`, unit] as const] : []),
  ...(state ? [['(a.id is not null) = ?', state === 'confirmed'] as const] : []),
];

function unitsOf(query: AttendancesQuery, actor: Actor): ListDefinition {
  const month = query.month as Month;
  const [from, to] = [firstDayOf(month), firstDayOf(addMonths(month, 1))];
  return {
    select: `s.unit || ' ' || s.division "id", '${month}' "month", s.division "county", s.unit, o.name "unitName", s.people,
             case when a.id is null then 'missing' else 'confirmed' end "state", a.id "attendanceId",
             case when a.id is null then null
                  else jsonb_build_object('by', a.confirmed ->> 'name', 'at', a.confirmed ->> 'at') end "confirmed",
             (select count(*) from unpaid_day d where d.attendance_id = a.id) "unpaidDays"`,
    from: `(select division, unit, count(distinct account_id) people from service_span
            where from_day < date '${to}' and (to_day is null or to_day > date '${from}') group by 1, 2) s
           left join attendance a on a.month = '${month}' and a.division = s.division and a.unit = s.unit
           left join (select distinct on (unit) unit, name from office_copy where tier = 'unit' order by unit, closed) o
             on o.unit = s.unit`,
    where: filters(query, actor, 's'),
    sorts: ['county', 'unit', 'people'],
    defaultSort: 'county',
    facets: ['state'],
  };
}

function peopleOf(query: AttendancesQuery, actor: Actor): ListDefinition {
  const month = query.month as Month;
  const [from, to] = [firstDayOf(month), firstDayOf(addMonths(month, 1))];
  return {
    select: `s.volunteer_id || ' ' || s.ordinal "id", s.account_id "accountId", p.number, p.name, s.division "county", s.unit,
             greatest(s.from_day, date '${from}') "from", least(s.to_day, date '${to}') "to", s.project_kind "project",
             s.paid, (select count(*) from unpaid_day d where d.account_id = s.account_id
                      and d.day >= greatest(s.from_day, date '${from}') and d.day < least(s.to_day, date '${to}')) "unpaidDays",
             exists (select from payment_hold h where h.account_id = s.account_id and h.lifted is null) "onHold",
             case when a.id is null then 'missing' else 'confirmed' end "state"`,
    from: `service_span s left join person p on p.account_id = s.account_id
           left join attendance a on a.month = '${month}' and a.division = s.division and a.unit = s.unit`,
    where: [
      [`s.from_day < date '${to}' and (s.to_day is null or s.to_day > date '${from}')`],
      ...filters(query, actor, 's'),
    ],
    sorts: ['county', 'unit', 'number', 'name'],
    defaultSort: 'unit',
    facets: ['state'],
  };
}
