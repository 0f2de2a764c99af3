import type { useTranslations } from 'use-intl';
import type { Watching } from '../sim/store.ts';

type T = ReturnType<typeof useTranslations<'lab.watching'>>;

/** What is done by hand, in two or three words. */
export const watchingText = ({ what, names }: Watching, t: T): string => {
  const nameOf = (pid: number): string => names[pid] ?? String(pid);
  switch (what.kind) {
    case 'start':
      return t('start', { names: what.pids.map(nameOf).join(', ') });
    case 'stop':
      return t('stopped', { name: nameOf(what.pid) });
    case 'kill':
    case 'configure':
    case 'pause':
    case 'resume':
    case 'wipe':
      return t(what.kind, { name: nameOf(what.pid) });
    case 'cut':
      return t('cut', { from: nameOf(what.from), to: nameOf(what.to) });
    case 'mend':
    case 'reset':
      return t(what.kind, { from: nameOf(what.a), to: nameOf(what.b) });
    case 'cut-links':
    case 'mend-links':
      return t(what.kind, { count: what.links.length });
    case 'partition':
    case 'heal':
      return t(what.kind);
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return t('message');
    case 'latency':
    case 'lossy':
      return t('network');
    case 'fire-timer':
    case 'hold-timer':
    case 'release-timer':
      return t('timer', { name: nameOf(what.pid) });
    case 'disk-latency':
      return t('disk', { name: nameOf(what.pid) });
    case 'input': {
      const { text } = what.data;
      const name = nameOf(what.pid);
      return typeof text === 'string' ? t('typed', { name, text }) : t('input', { name });
    }
  }
};
