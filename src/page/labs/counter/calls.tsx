import type { CounterDetail } from '../../../view/counter.ts';
import { useTranslations } from 'use-intl';
import type { Offer } from '../../lab-frame/rest.tsx';
import { openScenario } from '../../share/open-run.ts';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { twoCallers } from './presets.ts';

/** The same callers, of a server that knows repeated calls or does not. */
const withIds = (deduplicate: boolean): unknown => ({
  ...twoCallers,
  setup: { ...twoCallers.setup, deduplicate },
});

/** Who calls what, and whether calls have ids. */
export const Calls = () => {
  const t = useTranslations('counter');
  const frame = useLabFrame<CounterDetail>();
  if (frame === null) return null;
  const { callers, deduplicates } = frame.detail;
  const ask = (pid: number, name: string, data: Readonly<Record<string, string | number>>): void =>
    void intervene({ kind: 'input', pid, name, data });
  return (
    <>
      {callers.map(({ pid, calls }) => {
        const process = frame.processes.find((one) => one.pid === pid);
        const name = process?.name ?? String(pid);
        const busy =
          process?.liveness === 'up' && process.state === 'FREE' ? null : t('busy', { name });
        const unknown = calls.some(({ outcome }) => outcome === 'unknown');
        return (
          <div className="row" key={pid}>
            <Button
              disabledReason={busy}
              onPress={() => ask(pid, 'CALL', { op: 'add', amount: 1 })}
            >
              {t('add', { name })}
            </Button>
            <Button disabledReason={busy} onPress={() => ask(pid, 'CALL', { op: 'read' })}>
              {t('read', { name })}
            </Button>
            <Button
              disabledReason={busy ?? (unknown ? null : t('nothingUnknown'))}
              onPress={() => ask(pid, 'RETRY', {})}
            >
              {t('retry', { name })}
            </Button>
          </div>
        );
      })}
      <Check
        label={t('ids')}
        checked={deduplicates}
        onChange={(on) => void openScenario(withIds(on))}
      />
    </>
  );
};

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
