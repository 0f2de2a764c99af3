import { useTranslations } from 'use-intl';
import type { RecipesDetail } from '../../../view/recipes.ts';
import type { Offer } from '../../lab-frame/rest.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';

/** What one would do with clients at rest: kill or pause who holds something, start who is down; a hook. */
export const useRecipesOffers = (): readonly Offer[] => {
  const t = useTranslations('lab.offers');
  const own = useTranslations('recipes.deeds');
  const frame = useLabFrame<RecipesDetail>();
  if (frame === null) return [];
  const alive = (pid: number): boolean =>
    frame.processes.some((one) => one.pid === pid && one.liveness === 'up');
  const holder = frame.detail.clients.find(({ pid, holds }) => holds.length > 0 && alive(pid));
  const paused = frame.processes.find(({ liveness }) => liveness === 'paused');
  const down = frame.processes
    .filter(({ liveness }) => liveness === 'crashed')
    .map(({ pid }) => pid);
  const waits = frame.detail.clients.find(
    ({ waits: one, pid }) => one?.kind === 'go' && alive(pid),
  );
  return [
    ...(holder === undefined
      ? []
      : [
          {
            id: 'kill',
            label: t('kill', { name: nameOf(frame, holder.pid) }),
            act: () => void intervene({ kind: 'kill', pid: holder.pid }),
          },
          {
            id: 'pause',
            label: own('pause', { name: nameOf(frame, holder.pid) }),
            act: () => void intervene({ kind: 'pause', pid: holder.pid }),
          },
        ]),
    ...(paused === undefined
      ? []
      : [
          {
            id: 'resume',
            label: own('resume', { name: paused.name }),
            act: () => void intervene({ kind: 'resume', pid: paused.pid }),
          },
        ]),
    ...(waits === undefined
      ? []
      : [
          {
            id: 'go',
            label: own('goOf', { name: waits.name }),
            act: () =>
              void intervene({
                kind: 'input',
                pid: waits.pid,
                name: 'LINE',
                data: { text: 'go' },
              }),
          },
        ]),
    ...(down.length === 0
      ? []
      : [
          {
            id: 'start',
            label: t('startDown'),
            act: () => void intervene({ kind: 'start', pids: down }),
          },
        ]),
  ];
};
