import type { PaxosDetail } from '../../../view/paxos.ts';
import { useTranslations } from 'use-intl';
import { isAskedAbout } from '../../../stage/veil.ts';
import { whoIs } from '../../../stage/paxos/who.ts';
import type { Pid } from '../../../view/time.ts';
import { acts } from '../../lab-frame/acts.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { RulesTable } from '../../panels/rules-table/rules-table.tsx';
import { useCalmHappened } from '../../sim/calm.ts';
import { useLabFrame, useVeil } from '../../sim/selectors.ts';
import { ProposeDeed } from './propose-deed.tsx';
import { acceptorRules, proposerRules } from './rule-rows.ts';
import './inspector.css';

/** The rules that a process keeps to, what it may propose, and why nothing is chosen; a hook. */
export const usePaxosInspection = (pid: Pid): Inspection => {
  const t = useTranslations('paxos');
  const rules = useTranslations('paxos.rules');
  const frame = useLabFrame<PaxosDetail>();
  const veil = useVeil();
  const facts = useCalmHappened();
  const process = frame?.processes.find((one) => one.pid === pid);
  if (frame === null || process === undefined) return {};
  const who = whoIs(frame.detail, pid);
  const own = frame.detail.processes.find((each) => each.pid === pid)?.proposer?.own ?? null;
  const [chosen] = frame.detail.chosen;
  return {
    why: {
      question: t('why'),
      settled:
        chosen === undefined
          ? null
          : t('isChosen', { value: chosen.value, ballot: String(chosen.ballot) }),
    },
    deeds: who.proposer && !isAskedAbout(veil, pid) && (
      <ProposeDeed process={process} own={own} acts={acts} />
    ),
    values: (
      <>
        {who.acceptor && (
          <RulesTable name={rules('acceptor')} rows={acceptorRules(facts, pid, rules)} />
        )}
        {who.proposer && (
          <RulesTable name={rules('proposer')} rows={proposerRules(facts, pid, rules)} />
        )}
      </>
    ),
  };
};
