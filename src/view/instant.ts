/** The furthest instant that a date can name, in ms from 1970 [ECMA-262, time values]. */
const FURTHEST = 8.64e15;
const DAY = 86_400_000;

/**
 * `2026-11-21T02:44:00.123Z`, of ms since 1970. A file may hold any number: one that is no date is
 * said as it stands.
 */
export function instantText(ms: number): string {
  if (!(Math.abs(ms) <= FURTHEST)) return `${ms} ms`;
  const days = Math.floor(ms / DAY);
  const rest = Math.trunc(ms - days * DAY);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`;
  return `${dateText(days)}T${time}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** The Gregorian date, so many days after 1970-01-01, counted in eras of 400 years from a March on. */
function dateText(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const inLeapYears = Math.floor(day / 1460) - Math.floor(day / 36_524) + Math.floor(day / 146_096);
  const year = Math.floor((day - inLeapYears) / 365);
  const ofYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const sinceMarch = Math.floor((5 * ofYear + 2) / 153);
  const ofMonth = ofYear - Math.floor((153 * sinceMarch + 2) / 5) + 1;
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const civil = year + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${yearText(civil)}-${two(month)}-${two(ofMonth)}`;
}

const yearText = (year: number): string =>
  year >= 0 && year <= 9999
    ? String(year).padStart(4, '0')
    : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
