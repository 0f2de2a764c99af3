import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import type { OwnDeed, OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';

/** A message of a slowed client takes so long, µs. */
const SLOW = 250_000;
/** Who is slowed at every step thinks so long before each of its calls, ms. */
const THINKS_MS = 500;

/** What can be done to a client in this lab alone: end its session, slow it down, tell it to go on; a hook. */
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
    /** As an operator does: a transaction at once, and the client hears of it when it comes back. */
    const terminate: OwnDeed = {
      id: 'terminate',
      label: t('terminate'),
      reason: server === null ? t('notConnected') : null,
      what: {
        kind: 'input',
        pid: server ?? 0,
        name: 'TERMINATE_SESSION',
        data: { client: pid },
      },
    };
    return [
      terminate,
      slow('slow', pid, server ?? 0, t(slowed ? 'usual' : 'slow')),
      {
        id: 'think',
        label: t(client.thinkMs > 0 ? 'thinkNot' : 'think'),
        reason: liveness === 'up' ? null : t('down'),
        what: {
          kind: 'input',
          pid,
          name: 'LINE',
          data: { text: `think ${client.thinkMs > 0 ? 0 : THINKS_MS}` },
        },
      },
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
