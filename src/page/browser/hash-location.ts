import type { BaseLocationHook } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

/** The path after `#`, without the query that may follow it (`#/lab/election?run=…`). */
const usePath: BaseLocationHook = () => {
  const [location, navigate] = useHashLocation();
  return [location.split('?')[0] ?? '/', navigate];
};

/** For wouter: also how a link to a path is written. */
export const useHashPath = Object.assign(usePath, { hrefs: (href: string): string => `#${href}` });

/** The path after `#` at present, outside React. */
export const hashPath = (): string => location.hash.replace(/^#/, '').split('?')[0] ?? '/';

/** Whether a lab's address asks for another run than the one with which it opens by itself. */
export const asksForAnotherRun = (): boolean => {
  const query = hashQuery();
  return ['run', 'from', 'preset'].some((key) => query.has(key));
};

/** The query after the path in the hash. */
export const hashQuery = (): URLSearchParams =>
  new URLSearchParams(location.hash.split('?').slice(1).join('?'));
