import { useTranslations } from 'use-intl';
import type { CapDetail } from '../../../view/cap.ts';
import type { CapOpKind } from '../../../view/cap-setup.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import type { OwnDeed, OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';

/** A request by hand, as a client is told it. */
export const askOf = (pid: Pid, kind: CapOpKind, value: number): Intervention => ({
  kind: 'input',
  pid,
  name: 'LINE',
  data: { text: kind === 'write' ? `write ${value}` : kind },
});

/** Whether a client waits for an answer: it asks one thing after the other. */
export const waitsFor = ({ requests }: CapDetail, pid: Pid): boolean =>
  requests.some(({ client, outcome }) => client === pid && outcome === 'waiting');

/** What can be done to a process in this lab alone: a request at a client, a new primary. A hook. */
export const useCapDeeds = (): OwnDeedsOf => {
  const t = useTranslations('cap.hand');
  return ({ pid, name, liveness }, frame) => {
    const { detail } = frame as Frame<CapDetail>;
    const down = liveness === 'up' ? null : t('down', { name });
    const client = detail.clients.find((one) => one.pid === pid);
    if (client !== undefined) {
      const reason = down ?? (waitsFor(detail, pid) ? t('waits', { name }) : null);
      const ask = (kind: CapOpKind, label: string): OwnDeed => ({
        id: kind,
        label,
        reason,
        what: askOf(pid, kind, client.nextValue),
      });
      return [
        ask('read', t('readDeed')),
        ask('write', t('writeDeed', { value: String(client.nextValue) })),
        ask('sync-read', t('syncDeed')),
      ];
    }
    const server = detail.servers.find((one) => one.pid === pid);
    if (server === undefined || detail.store !== 'primary') return [];
    return [
      {
        id: 'promote',
        label: t('promote'),
        reason: down ?? (server.leads ? t('isPrimary') : null),
        what: { kind: 'input', pid, name: 'MAKE_PRIMARY', data: {} },
      },
    ];
  };
};
