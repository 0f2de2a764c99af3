import { useTranslations } from 'use-intl';
import type { CapDetail } from '../../../view/cap.ts';
import type { Offer } from '../../lab-frame/rest.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { askOf, waitsFor } from './own-deeds.ts';

/** What one would do where the run rests: ask once more, heal, start who is down. A hook. */
export const useCapOffers = (): readonly Offer[] => {
  const t = useTranslations('cap');
  const lab = useTranslations('lab.offers');
  const frame = useLabFrame<CapDetail>();
  if (frame === null) return [];
  const { detail } = frame;
  const down = frame.processes
    .filter(({ liveness }) => liveness === 'crashed')
    .map(({ pid }) => pid);
  const asks = detail.clients
    .filter(({ pid }) => !waitsFor(detail, pid) && !down.includes(pid))
    .slice(0, 2)
    .flatMap(({ pid, nextValue }): readonly Offer[] => [
      {
        id: `read-${pid}`,
        label: t('hand.read', { name: nameOf(frame, pid) }),
        act: () => void intervene(askOf(pid, 'read', nextValue)),
      },
      {
        id: `write-${pid}`,
        label: t('hand.write', { name: nameOf(frame, pid), value: String(nextValue) }),
        act: () => void intervene(askOf(pid, 'write', nextValue)),
      },
    ]);
  const heals: readonly Offer[] = frame.links.some(({ cut }) => cut)
    ? [{ id: 'heal', label: t('offers.heal'), act: () => void intervene({ kind: 'heal' }) }]
    : [];
  const starts: readonly Offer[] =
    down.length === 0
      ? []
      : [
          {
            id: 'start',
            label: lab('startDown'),
            act: () => void intervene({ kind: 'start', pids: down }),
          },
        ];
  return [...asks, ...heals, ...starts];
};
