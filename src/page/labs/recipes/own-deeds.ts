import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import type { OwnDeed, OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';

/** A message of a slowed client takes so long, µs. */
const SLOW = 250_000;

/** What can be done to a client in this lab alone: slow it down, tell it to go on; a hook. */
export const useRecipesDeeds = (): OwnDeedsOf => {
  const t = useTranslations('recipes.deeds');
  return ({ pid, liveness }, frame) => {
    const { detail, links } = frame as Frame<RecipesDetail>;
    const client = detail.clients.find((one) => one.pid === pid);
    if (client === undefined) return [];
    const { server } = client;
    const slowed = links.some(
      ({ from, to, latency }) => from === pid && to === server && latency !== null,
    );
    const slow = (id: string, from: number, to: number, label: string): OwnDeed => ({
      id,
      label,
      reason: server === null ? t('notConnected') : null,
      what: {
        kind: 'latency',
        from,
        to,
        latency: slowed ? null : { kind: 'fixed', us: SLOW },
      },
    });
    const goes = client.waits?.kind === 'go';
    return [
      slow('slow', pid, server ?? 0, t(slowed ? 'usual' : 'slow')),
      ...(goes
        ? [
            {
              id: 'go',
              label: t('go'),
              reason: liveness === 'up' ? null : t('down'),
              what: { kind: 'input', pid, name: 'LINE', data: { text: 'go' } } as const,
            },
          ]
        : []),
    ];
  };
};
