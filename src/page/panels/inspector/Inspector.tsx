import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Veil } from '../../../stage/veil.ts';
import { HIDDEN, veiled } from '../../../stage/veil.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { useInspect } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';
import { nameOf, stateClass, stateOf } from '../state-word.ts';
import { KeyValues } from './KeyValues.tsx';
import { Machines } from './Machines.tsx';
import { Sections } from './Sections.tsx';
import { ServerActs } from './ServerActs.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import './inspector.css';

interface InspectorProps {
  pid: Pid;
  frame: Frame<ElectionDetail>;
  words: StageWords;
  acts: Pick<Acts, 'intervene'>;
  /** What an open question asks about. */
  veil?: Veil | undefined;
}

/** One server from inside: state, machine, values, disk, timers, and what can be done to it. */
export const Inspector = ({ pid, frame, words, acts, veil }: InspectorProps) => {
  const t = useTranslations('panels.inspector');
  const lab = useTranslations('lab');
  const [why, setWhy] = useState(false);
  const inspect = useInspect(pid);
  const process = frame.processes.find((one) => one.pid === pid);
  const server = frame.detail.servers.find((one) => one.sid === pid);
  if (process === undefined) return null;

  const hidden = veiled(veil, pid, 'state');
  // The details would tell what is hidden above them.
  const asked = veil?.some((one) => one.pid === null || one.pid === pid) ?? false;
  const state = stateOf(process);
  const up = process.liveness === 'up' || process.liveness === 'paused';
  const sid = String(pid);
  return (
    <section className="inspector" aria-label={lab('server', { sid })}>
      <h2>
        {lab('server', { sid })}
        <small className={hidden ? '' : stateClass(state)}>
          {hidden ? HIDDEN : state === 'OFF' ? t('off') : state}
        </small>
      </h2>
      {!hidden && up && inspect !== null && (
        <Machines machines={inspect.machines} words={words} brief />
      )}
      {server !== undefined && (
        <KeyValues server={server} name={(other) => nameOf(frame, other)} veil={veil} />
      )}
      <ServerActs process={process} onDo={(what) => void acts.intervene(what)} />
      {!asked && (
        <>
          <Button kind="quiet" aria-expanded={why} onPress={() => setWhy(!why)}>
            {t('why', { sid })}
          </Button>
          {why && <WhyPanel pid={pid} leads={frame.detail.established?.leader === pid} />}
          {inspect !== null && <Sections inspect={inspect} />}
        </>
      )}
    </section>
  );
};
