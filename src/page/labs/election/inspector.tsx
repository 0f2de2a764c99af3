import { useTranslations } from 'use-intl';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { KeyValues } from '../../panels/inspector/key-values.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useElectionFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The selected server from inside. */
export const ElectionInspector = () => {
  const t = useTranslations('lab.view');
  const ask = useTranslations('panels.inspector');
  const words = useStageWords();
  const frame = useElectionFrame();
  const veil = useVeil();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{t('none')}</p>;
  const sid = String(pid);
  const server = frame.detail.servers.find((one) => one.sid === pid);
  const leads = frame.detail.established?.leader === pid;
  return (
    <Inspector
      key={pid}
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={{ question: ask('why', { sid }), settled: leads ? ask('whyLeads', { sid }) : null }}
      open={['vote']}
    >
      {server !== undefined && (
        <KeyValues server={server} name={(other) => nameOf(frame, other)} veil={veil} />
      )}
    </Inspector>
  );
};
