import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ServiceRecorded, VolunteerCheckedIn, VolunteerLeft, VolunteerOnPost } from '@xibu/domain/placement/events';
import { PersonIdentified } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';

/**
 * Copies of who serves where. Each fact fills in what it knows, so that their order does not matter; those of one person
 * wait for each other, whatever topic they travel on.
 */
@Controller()
export class WhenVolunteerServed {
  @On(PersonIdentified)
  async identified({ data }: ReceivedOf<typeof PersonIdentified>, tx: Tx): Promise<void> {
    await this.hold(tx, data.accountId);
    await tx.query(
      `insert into person (account, name, sex, birth_date, identity_masked, university, major)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account) do update set name = excluded.name, university = excluded.university, major = excluded.major`,
      [data.accountId, data.name, data.sex, data.birthDate, data.identityNumberMasked, data.university, data.major],
    );
    await tx.query('update volunteer set university = $2 where account = $1', [data.accountId, data.university]);
    await this.place(tx, data.accountId);
  }

  @On(VolunteerCheckedIn)
  async checkedIn({ data }: ReceivedOf<typeof VolunteerCheckedIn>, tx: Tx): Promise<void> {
    await this.know(tx, data);
    // 参加工作时间按其到基层报到之日起算 (notice 3.1.4).
    await tx.query('update volunteer set start_of_work = $2, season = $3 where volunteer_id = $1', [
      data.volunteerId,
      data.on,
      data.season,
    ]);
    await this.place(tx, data.accountId);
  }

  @On(VolunteerOnPost)
  async onPost({ data }: ReceivedOf<typeof VolunteerOnPost>, tx: Tx): Promise<void> {
    await this.know(tx, data);
    await tx.query(
      'update volunteer set special = $2, project_kind = $3, unit = coalesce(unit, $4) where volunteer_id = $1',
      [...[data.volunteerId, data.special, data.projectKind, data.unit]],
    );
  }

  @On(ServiceRecorded)
  async served({ data }: ReceivedOf<typeof ServiceRecorded>, tx: Tx): Promise<void> {
    await this.know(tx, data);
    const last = data.spans.at(-1);
    await tx.query(
      `update volunteer set spans = $2, county = coalesce($3, county), unit = coalesce($4, unit), number = coalesce($5, number)
       where volunteer_id = $1`,
      [data.volunteerId, JSON.stringify(data.spans), last?.county ?? null, last?.unit ?? null, data.number],
    );
    await this.place(tx, data.accountId);
  }

  @On(VolunteerLeft)
  async left({ data }: ReceivedOf<typeof VolunteerLeft>, tx: Tx): Promise<void> {
    await this.know(tx, data);
    await tx.query('update volunteer set left_on = $2, left_kind = $3 where volunteer_id = $1', [
      data.volunteerId,
      data.on,
      data.kind,
    ]);
  }

  private async know(
    tx: Tx,
    data: { volunteerId: string; accountId: string; season: string; county: number; number: string },
  ): Promise<void> {
    await this.hold(tx, data.accountId);
    await tx.query(
      `insert into volunteer (volunteer_id, account, season, county, number, university)
       values ($1, $2, $3, $4, $5, (select university from person where account = $2)) on conflict (volunteer_id) do nothing`,
      [data.volunteerId, data.accountId, data.season, data.county, data.number],
    );
    await this.place(tx, data.accountId);
  }

  /** Whoever serves in a county is visible to it by name; a person elsewhere is not. The latest service counts. */
  private async place(tx: Tx, account: string): Promise<void> {
    await tx.query(
      `update person set county = (select county from volunteer where account = $1
                                   order by season desc nulls last, start_of_work desc nulls last, number desc limit 1)
       where account = $1`,
      [account],
    );
  }

  private async hold(tx: Tx, account: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('person ' || $1, 0))`, [account]);
  }
}
