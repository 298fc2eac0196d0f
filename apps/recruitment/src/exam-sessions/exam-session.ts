import type { ExamSessionStatus, ExamSite } from '@xibu/domain/recruitment/api';

/** 招募考试 (notice 2.2.4): one sitting of the unified exam, at several sites at the same time. */
export interface ExamSession {
  readonly id: string;
  readonly season: string;
  /** The region that holds it. */
  readonly division: number;
  /** First, second … of the season: the ticket numbers begin with it. */
  readonly ordinal: number;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sites: readonly ExamSite[];
  readonly status: ExamSessionStatus;
  readonly updatedAt: Date;
  /** Counts the changes; what If-Match names. */
  readonly version: number;
}

/** A place to sit, with the ticket number that belongs to it. */
export interface Seat {
  readonly ticket: string;
  readonly site: string;
  readonly room: string;
  readonly seat: number;
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** All seats in the order in which they are taken: site by site, room by room, from the first seat on. */
export function seatsOf({ season, ordinal, sites }: Pick<ExamSession, 'season' | 'ordinal' | 'sites'>): Seat[] {
  const session = `${season.slice(0, 4)}${digits(ordinal, 2)}`;
  return sites.flatMap((site, siteAt) =>
    site.rooms.flatMap((room, roomAt) =>
      Array.from({ length: room.seats }, (_, at) => ({
        ticket: `${session}${digits(siteAt + 1, 2)}${digits(roomAt + 1, 2)}${digits(at + 1, 3)}`,
        ...{ site: site.name, room: room.name, seat: at + 1 },
      })),
    ),
  );
}

export function capacityOf({ sites }: Pick<ExamSession, 'sites'>): number {
  return sites.reduce((sum, { rooms }) => sum + rooms.reduce((inSite, { seats }) => inSite + seats, 0), 0);
}
