import { addDays, dateOf, endOf, isLegalDate, isMonth, type LegalDate, rfc3339 } from '@xibu/domain/dates';
import type { Language } from '../language/texts.js';

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2023年5月20日（周六）` or `20 May 2023 (Sat)`; the weekday only where a deadline is meant. */
export function sayDate(date: LegalDate, language: Language, withWeekday = false): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()];
  if (language === 'zh') return `${year}年${month}月${day}日${withWeekday ? `（${weekday}）` : ''}`;
  return `${day} ${months[month - 1]} ${year}${withWeekday ? ` (${weekday})` : ''}`;
}

/** A day as services answer it; what is no date is shown as it is. */
export function sayDay(date: string, language: Language): string {
  return isLegalDate(date) ? sayDate(date, language) : date;
}

/** `12:03`, legal time. */
export function sayTime(instant: string): string {
  return rfc3339(new Date(instant)).slice(11, 16);
}

/** `2023年5月11日 21:40`: something that happened. */
export function sayInstant(instant: string, language: Language): string {
  return `${sayDate(dateOf(new Date(instant)), language)} ${sayTime(instant)}`;
}

/** `2023年5月20日（周六）24:00`: the end of a window. Midnight is the end of the day before, as notices write it. */
export function sayDeadline(closesAt: string, language: Language): string {
  const day = dateOf(new Date(closesAt));
  const time = sayTime(closesAt);
  const gap = language === 'zh' ? '' : ' ';
  return time === '00:00'
    ? `${sayDate(addDays(day, -1), language, true)}${gap}24:00`
    : `${sayDate(day, language, true)}${gap}${time}`;
}

/** The last legal day inside a window. */
export function lastDayBefore(closesAt: string): LegalDate {
  const day = dateOf(new Date(closesAt));
  return sayTime(closesAt) === '00:00' ? addDays(day, -1) : day;
}

/** `2023年9月`; what is no month is shown as it is. */
export function sayMonth(month: string, language: Language): string {
  if (!isMonth(month)) return month;
  const [year = 0, number = 1] = month.split('-').map(Number);
  return language === 'zh' ? `${year}年${number}月` : `${months[number - 1]} ${year}`;
}

/** `还剩 2 天 4 小时`, coarser the further away; null once it is over. */
export function sayTimeLeft(closesAt: string, now: Date, language: Language): string | null {
  const minutes = Math.ceil((Date.parse(closesAt) - now.getTime()) / 60_000);
  if (minutes <= 0) return null;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (language === 'zh') {
    if (days >= 7) return `还剩 ${days} 天`;
    if (days > 0) return `还剩 ${days} 天 ${hours} 小时`;
    return hours > 0 ? `还剩 ${hours} 小时 ${minutes % 60} 分` : `还剩 ${minutes} 分`;
  }
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (days >= 7) return `${many(days, 'day')} left`;
  if (days > 0) return `${many(days, 'day')} ${many(hours, 'hour')} left`;
  return hours > 0 ? `${many(hours, 'hour')} ${many(minutes % 60, 'minute')} left` : `${many(minutes, 'minute')} left`;
}

/** Whole days from an instant until now, by the calendar: 0 on the same day. */
export function daysSince(instant: string, now: Date): number {
  const from = endOf(dateOf(new Date(instant))).getTime();
  return Math.round((endOf(dateOf(now)).getTime() - from) / 86_400_000);
}
