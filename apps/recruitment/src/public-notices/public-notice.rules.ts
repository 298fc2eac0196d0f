import { addDays, type Fact, type LegalDate, maskName, Refusal, type Rulebook } from '@xibu/domain';
import { PublicNoticeOpened } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next, wrongStep } from '../applications/application.rules.js';
import type { MaskedLine, NoticeEntry, PublicNotice } from './public-notice.js';

/** A person of the list, with the words for county and post that the tables know. */
export interface Noticed {
  readonly application: Application;
  readonly county: string;
  readonly post: string;
}

export interface Opened {
  readonly notice: PublicNotice;
  readonly applications: readonly Application[];
  readonly entries: readonly NoticeEntry[];
  readonly lines: readonly MaskedLine[];
  readonly facts: readonly Fact[];
}

export interface Frame {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly university: string;
  readonly universityName: string;
  readonly openedBy: string;
}

/** Opens the notice today; it stays for as many legal days as the rules say, the first and the last included. */
export function openNotice(
  frame: Frame,
  people: readonly Noticed[],
  book: Rulebook,
  day: LegalDate,
  now: Date,
): Opened {
  if (people.length === 0) throw new Refusal('public-notice.nobody');
  const closesOn = addDays(day, book.values.publicNoticeDays - 1);
  const notice: PublicNotice = { ...frame, opensOn: day, closesOn, status: 'open', people: people.length };
  const opened = people.map((one, at) => enter(notice, one, at + 1, now));
  return {
    notice,
    applications: opened.map(({ application }) => ({ ...application, decidedBy: book.version })),
    entries: opened.map(({ entry }) => entry),
    lines: opened.map(({ line }) => line),
    facts: opened.map(({ fact }) => fact),
  };
}

/** Puts one person on the list: their line is masked before it leaves the application. */
export function enter(
  { id: noticeId, opensOn, closesOn }: PublicNotice,
  { application, county, post }: Noticed,
  line: number,
  now: Date,
) {
  if (application.status !== 'health-passed') throw wrongStep(application);
  const { id, accountId, division, university, faculty, form } = application;
  const entry: NoticeEntry = { applicationId: id, noticeId, line, accountId, division, university, faculty };
  const masked: MaskedLine = {
    ...{ line, name: maskName(form.name ?? ''), faculty: faculty ?? '', major: form.majorName ?? '', county, post },
  };
  const fact: Fact = PublicNoticeOpened(id, { ...about(application), opensOn, closesOn });
  return { application: next(application, 'noticed', now), entry, line: masked, fact };
}

/** Objections are taken to 24:00 of the last day, whether or not the clock has closed the notice yet. */
export function requireRunning(
  { opensOn, closesOn }: Pick<PublicNotice, 'opensOn' | 'closesOn'>,
  day: LegalDate,
): void {
  if (day < opensOn || day > closesOn) throw new Refusal('public-notice.over', { closesOn });
}
