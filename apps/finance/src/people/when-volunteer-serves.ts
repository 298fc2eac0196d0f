import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import {
  AgreementSigned,
  ServiceRecorded,
  VolunteerCheckedIn,
  VolunteerLeft,
  VolunteerOnPost,
} from '@xibu/domain/placement/events';
import { On, type Tx } from '@xibu/platform';
import { meetPerson, placePerson } from './place-person.js';

interface OfVolunteer {
  readonly volunteerId: string;
  readonly number: string;
  readonly accountId: string;
  readonly applicationId: string;
  readonly season: string;
  readonly county: number;
}

/** Keeps the copy of who serves on which days; the facts of one volunteer come in their order. */
@Controller()
export class WhenVolunteerServes {
  @On(VolunteerCheckedIn)
  async checkIn({ data }: ReceivedOf<typeof VolunteerCheckedIn>, tx: Tx): Promise<void> {
    await note(tx, data, { checked_in_on: data.on });
  }

  @On(VolunteerOnPost)
  async takePost({ data }: ReceivedOf<typeof VolunteerOnPost>, tx: Tx): Promise<void> {
    await note(tx, data, { on_post_on: data.on, unit: data.unit, project_kind: data.projectKind });
  }

  @On(AgreementSigned)
  async sign({ data }: ReceivedOf<typeof AgreementSigned>, tx: Tx): Promise<void> {
    await note(tx, data, { unit: data.unit });
    // The agreement names its last day; a span ends on the day after it.
    await tx.query(
      `insert into agreement_span (volunteer_id, from_day, to_day, account_id, division, unit)
       values ($1, $2, $3::date + 1, $4, $5, $6)
       on conflict (volunteer_id, from_day) do update set to_day = excluded.to_day, division = excluded.division,
         unit = excluded.unit`,
      [data.volunteerId, data.from, data.to, data.accountId, data.county, data.unit],
    );
  }

  /** The whole service as it stands now: what was told before is replaced. Spans without a day are no service. */
  @On(ServiceRecorded)
  async record({ data }: ReceivedOf<typeof ServiceRecorded>, tx: Tx): Promise<void> {
    const spans = data.spans.filter(({ from, to }) => to === null || from < to);
    await tx.query('delete from service_span where volunteer_id = $1', [data.volunteerId]);
    await tx.query(
      `insert into service_span (volunteer_id, account_id, ordinal, from_day, to_day, division, unit, project_kind, paid)
       select $1, $2, s.ordinal, s.from_day, s.to_day, s.division, s.unit, s.project_kind, s.paid
       from unnest($3::date[], $4::date[], $5::int[], $6::text[], $7::text[], $8::boolean[])
              with ordinality as s (from_day, to_day, division, unit, project_kind, paid, ordinal)`,
      [
        ...[data.volunteerId, data.accountId, spans.map(({ from }) => from), spans.map(({ to }) => to)],
        ...[spans.map(({ county }) => county), spans.map(({ unit }) => unit)],
        ...[spans.map(({ projectKind }) => projectKind), spans.map(({ paid }) => paid)],
      ],
    );
    await note(tx, data, {});
  }

  /** Days after the last one are no service, also while the closed spans have not been told yet. */
  @On(VolunteerLeft)
  async leave({ data }: ReceivedOf<typeof VolunteerLeft>, tx: Tx): Promise<void> {
    await tx.query('delete from service_span where volunteer_id = $1 and from_day > $2', [data.volunteerId, data.on]);
    await tx.query(
      `update service_span set to_day = $2::date + 1
       where volunteer_id = $1 and (to_day is null or to_day > $2::date + 1)`,
      [data.volunteerId, data.on],
    );
    await note(tx, data, { left_on: data.on, left_kind: data.kind });
  }
}

type Notes = Partial<
  Record<'checked_in_on' | 'on_post_on' | 'unit' | 'project_kind' | 'left_on' | 'left_kind', string>
>;

/** Writes what a fact says of a volunteer and leaves the rest as other facts said it. */
async function note(tx: Tx, of: OfVolunteer, notes: Notes): Promise<void> {
  await tx.query(
    `insert into volunteer (volunteer_id, account_id, application_id, season, division, unit, project_kind,
                            checked_in_on, on_post_on, left_on, left_kind)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (volunteer_id) do update set division = excluded.division,
       unit = coalesce(excluded.unit, volunteer.unit),
       project_kind = coalesce(excluded.project_kind, volunteer.project_kind),
       checked_in_on = coalesce(excluded.checked_in_on, volunteer.checked_in_on),
       on_post_on = coalesce(excluded.on_post_on, volunteer.on_post_on),
       left_on = coalesce(excluded.left_on, volunteer.left_on),
       left_kind = coalesce(excluded.left_kind, volunteer.left_kind)`,
    [
      ...[of.volunteerId, of.accountId, of.applicationId, of.season, of.county, notes.unit, notes.project_kind],
      ...[notes.checked_in_on, notes.on_post_on, notes.left_on, notes.left_kind],
    ],
  );
  await meetPerson(tx, of.accountId, of.number);
  await placePerson(tx, of.accountId);
}
