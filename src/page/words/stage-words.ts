import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { drawnWords } from '../../stage/drawn-words.ts';
import type { Say, Values } from '../../stage/say.ts';
import type { StageWords } from '../../stage/words.ts';
import { timeText, unitText } from './time-text.ts';
import { messageText } from './message-text.ts';
import { useLoose } from './use-words.ts';
import type { LooseTranslator } from './use-words.ts';

/** How to say the words of this drawing. */
function sayBy<const D extends keyof typeof drawnWords>(
  t: unknown,
  drawing: D,
): Say<(typeof drawnWords)[D]> {
  const loose = t as LooseTranslator;
  const say = (key: string, values: Values = {}): string =>
    loose(`${drawing}.${key}`, asTexts(values));
  return say as Say<(typeof drawnWords)[D]>;
}

/** A number stands as a drawing writes it: `5000`, without a language's points. */
export const asTexts = (values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

/** The drawings' words in the reader's language. */
export const useStageWords = (): StageWords => {
  const t = useTranslations('stage');
  const loose = useLoose('lab');
  const machine = useLoose('machine');
  const panels = useLoose('panels');
  return useMemo(() => {
    const time = (us: number): string => timeText(us, loose);
    const n = (value: number): string => String(value);
    const known = (area: 'event' | 'guard', name: string): string => {
      const key = `${area}.${name}`;
      return machine.has(key) ? machine(key) : plain(name);
    };
    return {
      ensemble: (servers) => t('ensemble', { servers }),
      server: (pid, state) => t('server', { pid: n(pid), state }),
      link: (a, b) => t('link', { a, b }),
      linkFault: (fault) => t(`fault.${fault}`),
      linkSlow: (time) => t('slow', { time }),
      message: (kind, label, from, to, piled) =>
        t('message', { what: messageText({ kind, label }, panels), from, to, piled }),
      notStarted: t('notStarted'),
      crashed: 'CRASHED',
      paused: 'PAUSED',
      votes: sayBy(t, 'votes'),
      comparison: sayBy(t, 'comparison'),
      timeline: sayBy(t, 'timeline'),
      majorities: sayBy(t, 'majorities'),
      spacetime: sayBy(t, 'spacetime'),
      spoken: sayBy(t, 'spoken'),
      machine: {
        label: (name, state) => t('machineLabel', { name, state }),
        event: (name) => known('event', name),
        guard: (name) => known('guard', name),
      },
      time,
      timeIn: (value, unit) => unitText(value, unit, loose),
    };
  }, [t, loose, machine, panels]);
};

/** A name of code (`electionTimeout`) as words, where there are none of our own. */
const plain = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();
