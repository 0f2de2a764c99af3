import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { LooseTranslator } from './use-words.ts';

/** What a person did, in a few words: `S3 killed`. `t` translates `lab`, `name` gives short names. */
export const actText = (
  what: Intervention,
  name: (pid: Pid) => string,
  t: LooseTranslator,
): string => {
  switch (what.kind) {
    case 'start':
      return t('act.start', { name: what.pids.map(name).join(', ') });
    case 'kill-all':
      return t('act.kill', { name: what.pids.map(name).join(', ') });
    case 'crash':
      return t(what.inOrder ? 'act.stop' : 'act.kill', { name: name(what.pid) });
    case 'kill':
    case 'power-off':
    case 'stop':
    case 'configure':
    case 'pause':
    case 'resume':
    case 'wipe':
    case 'disk-latency':
    case 'set-clock':
    case 'fire-timer':
    case 'hold-timer':
    case 'release-timer':
      return t(`act.${what.kind}`, { name: name(what.pid) });
    case 'cut':
      return t(what.oneWay ? 'act.cutOneWay' : 'act.cut', {
        a: name(what.from),
        b: name(what.to),
      });
    case 'mend':
    case 'reset':
      return t(`act.${what.kind}`, { a: name(what.a), b: name(what.b) });
    case 'cut-links':
    case 'mend-links':
      return t(`act.${what.kind}`, { count: what.links.length });
    case 'partition':
    case 'heal':
    case 'latency':
    case 'lossy':
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return t(`act.${what.kind}`);
    case 'input': {
      const { text, word } = what.data;
      const typed = text ?? word;
      const words = `act.asked.${what.name}`;
      const asked = typeof typed === 'string' ? typed : t.has(words) ? t(words) : what.name;
      return t('act.input', { name: name(what.pid), asked });
    }
  }
};
