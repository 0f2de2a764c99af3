import type { WallMs } from './values.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * `Sat Nov 21 02:44:07 UTC 2026` [java.util.Date.toString with the zone UTC]. The host's own dates
 * are out of bounds for a simulation, so the calendar is reckoned here (Gregorian, from 1970 on).
 */
export function javaDate(time: WallMs): string {
  const day = Math.floor(time / DAY_MS);
  const seconds = Math.floor((time - day * DAY_MS) / 1000);
  const { year, month, dayOfMonth } = civil(day);
  const weekday = WEEKDAYS[((day % 7) + 7) % 7] ?? '';
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${weekday} ${MONTHS[month] ?? ''} ${two(dayOfMonth)} ${clock.map(two).join(':')} UTC ${year}`;
}

/**
 * The date of a day counted from 1970-01-01. Years are taken to begin in March, so that the leap day
 * is a year's last; 400 years have 146097 days.
 */
function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = (fromMarch + 2) % 12;
  return {
    year: yearOfEra + era * 400 + (month < 2 ? 1 : 0),
    month,
    dayOfMonth: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}
