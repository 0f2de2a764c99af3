import type { ElectionDetail } from '../../../view/election.ts';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { KeyValues } from '../../panels/inspector/key-values.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame, useVeil } from '../../sim/selectors.ts';

/** A server's vote and round, and why it does not lead; a hook. */
export const useElectionInspection = (pid: Pid): Inspection => {
  const ask = useTranslations('panels.inspector');
  const frame = useLabFrame<ElectionDetail>();
  const veil = useVeil();
  const server = frame?.detail.servers.find((one) => one.sid === pid);
  if (frame === null || server === undefined) return {};
  const sid = String(pid);
  const leads = frame.detail.established?.leader === pid;
  return {
    why: { question: ask('why', { sid }), settled: leads ? ask('whyLeads', { sid }) : null },
    values: <KeyValues server={server} name={(other) => nameOf(frame, other)} veil={veil} />,
  };
};
