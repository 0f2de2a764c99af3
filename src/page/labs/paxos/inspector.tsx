import { useTranslations } from 'use-intl';
import { isAskedAbout } from '../../../stage/veil.ts';
import { whoIs } from '../../../stage/paxos/who.ts';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { RulesTable } from '../../panels/rules-table/rules-table.tsx';
import { useCalmHappened } from '../../sim/calm.ts';
import { usePaxosFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../../lab-frame/acts.ts';
import { ProposeDeed } from './deeds.tsx';
import { acceptorRules, proposerRules } from './rule-rows.ts';
import './inspector.css';

/** The selected process from inside. */
export const PaxosInspector = () => {
  const view = useTranslations('lab.view');
  const t = useTranslations('paxos');
  const words = useStageWords();
  const frame = usePaxosFrame();
  const veil = useVeil();
  const rules = useTranslations('paxos.rules');
  const pid = useSelectedPid();
  const facts = useCalmHappened();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{view('nobody')}</p>;
  const process = frame.processes.find((one) => one.pid === pid);
  if (process === undefined) return null;
  const who = whoIs(frame.detail, pid);
  const one = frame.detail.processes.find((each) => each.pid === pid);
  const hidden = isAskedAbout(veil, pid);
  const [chosen] = frame.detail.chosen;
  const settled =
    chosen === undefined
      ? null
      : t('isChosen', { value: chosen.value, ballot: String(chosen.ballot) });
  return (
    <Inspector
      key={pid}
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={{ question: t('why'), settled }}
      open={['acceptor', 'proposer', 'learner']}
      deeds={
        who.proposer &&
        !hidden && <ProposeDeed process={process} own={one?.proposer?.own ?? null} acts={acts} />
      }
    >
      {who.acceptor && (
        <RulesTable name={rules('acceptor')} rows={acceptorRules(facts, pid, rules)} />
      )}
      {who.proposer && (
        <RulesTable name={rules('proposer')} rows={proposerRules(facts, pid, rules)} />
      )}
    </Inspector>
  );
};
