import { read, write } from './remember.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme in force; `early.js` has set it before the first paint. */
export const currentTheme = (): Theme =>
  THEMES.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system';

/** Puts a theme in force, keeps it on this device and in the address if that names one. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  if (read('theme') !== theme) write('theme', theme);
  const address = new URL(location.href);
  if (!address.searchParams.has('theme')) return;
  address.searchParams.delete('theme');
  history.replaceState(history.state, '', address);
};
