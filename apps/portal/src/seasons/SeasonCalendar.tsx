import { dateOf } from '@xibu/domain/dates';
import { Name, useLanguage, useText } from '../language/language.js';
import { milestoneText } from '../session/milestones.text.js';
import { type MilestoneWindow, type Season, stateOf } from '../session/season.js';
import { lastDayBefore, sayDate, sayDeadline, sayTimeLeft } from '../ui/legal-dates.js';
import { Card, Tag, type Tone } from '../ui/notices.js';
import { EmptyState } from '../ui/states.js';
import { seasonText } from './seasons.text.js';

const weekMs = 7 * 24 * 60 * 60 * 1000;

interface SeasonProps {
  readonly season: Season | null;
  readonly now: Date | null;
}

/** Every step of the year with its window and the document that sets it. */
export function SeasonCalendar({ season, now }: SeasonProps) {
  const t = useText(seasonText);
  if (!season || season.milestones.length === 0) {
    return (
      <Card id="calendar" title={t.calendar}>
        <EmptyState title={t.calendarNone}>{t.calendarNoneText}</EmptyState>
      </Card>
    );
  }
  const windows = [...season.milestones].sort((left, right) => Date.parse(left.opensAt) - Date.parse(right.opensAt));
  return (
    <Card id="calendar" title={t.calendar} flush>
      <ol className="calendar">
        {windows.map((window) => (
          <MilestoneLine key={window.milestone} window={window} now={now} />
        ))}
      </ol>
    </Card>
  );
}

function MilestoneLine({ window, now }: { readonly window: MilestoneWindow; readonly now: Date | null }) {
  const t = useText(seasonText);
  const names = useText(milestoneText);
  const { language } = useLanguage();
  const state = now ? stateOf(window, now) : null;
  const tone: Tone = state === 'now' ? 'act' : 'plain';
  const said = { past: t.past, now: t.now, 'to-come': t.toCome };
  const left = now && state === 'now' ? sayTimeLeft(window.closesAt, now, language) : null;
  return (
    <li id={window.milestone} className={state ?? undefined}>
      <b>{names[window.milestone]}</b>
      {state && <Tag tone={tone}>{said[state]}</Tag>}
      <p className="small">
        {sayDate(dateOf(new Date(window.opensAt)), language)} – {sayDeadline(window.closesAt, language)}
        {left && ` · ${left}`}
      </p>
      <p className="small">
        {t.by} <Name>{window.noticeNumber}</Name>
      </p>
    </li>
  );
}

/** How many steps are open, close soon, are to come; each number leads to the first of them in the calendar. */
export function SeasonNumbers({ season, now }: { readonly season: Season; readonly now: Date }) {
  const t = useText(seasonText);
  const open = season.milestones.filter((window) => stateOf(window, now) === 'now');
  const soon = open.filter(({ closesAt }) => Date.parse(closesAt) - now.getTime() <= weekMs);
  const toCome = season.milestones.filter((window) => stateOf(window, now) === 'to-come');
  const numbers = [
    { label: t.nowCount, windows: open },
    { label: t.soonCount, windows: soon },
    { label: t.leftCount, windows: toCome },
  ].filter(({ windows }) => windows.length > 0);
  if (numbers.length === 0) return null;
  return (
    <ul className="numbers">
      {numbers.map(({ label, windows }) => (
        <li key={label}>
          <a href={`#${firstOf(windows)}`}>
            <b>{windows.length}</b>
            <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function firstOf(windows: readonly MilestoneWindow[]): string {
  return (
    [...windows].sort((left, right) => lastDayBefore(left.closesAt).localeCompare(lastDayBefore(right.closesAt)))[0]
      ?.milestone ?? 'calendar'
  );
}
