import { useTranslations } from 'use-intl';
import type { CounterDetail } from '../../../view/counter.ts';
import type { Offer } from '../../lab-frame/rest.tsx';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';

/** What one would do with callers and a counter at rest: call, try again, start what is down. */
export const useCounterOffers = (): readonly Offer[] => {
  const t = useTranslations('counter');
  const offers = useTranslations('lab.offers');
  const frame = useLabFrame<CounterDetail>();
  if (frame === null) return [];
  const all: Offer[] = [];
  for (const { pid, name, liveness, state } of frame.processes) {
    const caller = frame.detail.callers.find((one) => one.pid === pid);
    if (caller === undefined || liveness !== 'up' || state !== 'FREE') continue;
    const ask = (word: string, data: Readonly<Record<string, string | number>>) => (): void =>
      void intervene({ kind: 'input', pid, name: word, data });
    all.push({
      id: `add-${pid}`,
      label: t('add', { name }),
      act: ask('CALL', { op: 'add', amount: 1 }),
    });
    if (caller.calls.some(({ outcome }) => outcome === 'unknown'))
      all.push({ id: `retry-${pid}`, label: t('retry', { name }), act: ask('RETRY', {}) });
  }
  const down = frame.processes
    .filter(({ liveness }) => liveness === 'crashed')
    .map(({ pid }) => pid);
  if (down.length > 0)
    all.push({
      id: 'start',
      label: offers('startDown'),
      act: () => void intervene({ kind: 'start', pids: down }),
    });
  return all;
};
