import { useTranslations } from 'use-intl';
import type { CapDetail } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { CutPreset, GroupName } from '../../panels/network/groups.ts';

/** Cuts that the dialog offers: the smaller half with its clients, and whoever leads alone with its. */
export const useCapCuts = (frame: Frame<CapDetail> | null): readonly CutPreset[] => {
  const t = useTranslations('cap.cuts');
  if (frame === null) return [];
  const { servers, clients } = frame.detail;
  const cutOff = (off: readonly Pid[]): ReadonlyMap<Pid, GroupName> =>
    new Map([
      ...servers.map(({ pid }): [Pid, GroupName] => [pid, off.includes(pid) ? 'A' : 'B']),
      ...clients.map(({ pid, server }): [Pid, GroupName] => [
        pid,
        off.includes(server) ? 'A' : 'B',
      ]),
    ]);
  const few = servers.slice(0, Math.floor(servers.length / 2)).map(({ pid }) => pid);
  const leads = servers.find((one) => one.leads)?.pid;
  const one = (label: string, off: readonly Pid[], impossible: string): CutPreset => ({
    label,
    sides: off.length === 0 ? null : cutOff(off),
    impossible,
  });
  return [
    one(t('few'), few, t('alone')),
    one(t('leader'), leads === undefined ? [] : [leads], t('nobodyLeads')),
  ];
};
