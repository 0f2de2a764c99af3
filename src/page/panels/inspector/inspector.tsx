import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Veil } from '../../../stage/veil.ts';
import { HIDDEN, isAskedAbout, veiled } from '../../../stage/veil.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import { useInspect } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import { useNaming } from '../../words/naming.ts';
import type { Acts } from '../acts.ts';
import { stateClass, stateOf } from '../state-word.ts';
import { Machines } from './machines.tsx';
import { ProcessActs } from './process-acts.tsx';
import { Sections } from './sections.tsx';
import { WhyPanel } from './why-panel.tsx';
import './inspector.css';

/** The question why something has not come yet, with what settles it when it has. */
export interface WhyAsked {
  readonly question: string;
  readonly settled: string | null;
}

interface InspectorProps {
  pid: Pid;
  frame: Frame;
  words: StageWords;
  acts: Pick<Acts, 'intervene'>;
  /** What an open question asks about. */
  veil?: Veil | undefined;
  /** What matters most of it, below its machines. */
  children?: ReactNode;
  /** Deeds of the lab's own, beside the faults. */
  deeds?: ReactNode;
  /** Null: it has none. */
  why: WhyAsked | null;
  /** Where its machines stand: several, or large ones, below what can be done to it. */
  machines?: 'lead' | 'below' | undefined;
  /** The sections that are open from the beginning. */
  open?: readonly string[];
}

/** One process from inside: state, machines, values, disk, timers, and what can be done to it. */
export const Inspector = (props: InspectorProps) => {
  const { pid, frame, words, acts, veil, machines = 'lead' } = props;
  const t = useTranslations('panels.inspector');
  const naming = useNaming();
  const [why, setWhy] = useState(false);
  const inspect = useInspect(pid);
  const process = frame.processes.find((one) => one.pid === pid);
  const place = useRef<HTMLElement>(null);
  const down = process?.liveness === 'crashed' || process?.liveness === 'off';
  // Another process, or another life of it, is another text: it is read from its beginning.
  useLayoutEffect(() => {
    const around = place.current?.parentElement;
    if (around !== null && around !== undefined) around.scrollTop = 0;
  }, [pid, down]);
  if (process === undefined) return null;

  const hidden = veiled(veil, pid, 'state');
  // The details would tell what is hidden above them.
  const asked = isAskedAbout(veil, pid);
  const onDo = (what: Intervention): void => void acts.intervene(what);
  const state = stateOf(process);
  const up = process.liveness === 'up' || process.liveness === 'paused';
  const title = naming.title(process);
  const drawn = !hidden && up && inspect !== null && (
    <Machines machines={inspect.machines} words={words} brief />
  );
  return (
    <section ref={place} className="inspector" aria-label={title}>
      <h2>
        {title}
        <small className={hidden ? '' : stateClass(state)}>
          {hidden
            ? HIDDEN
            : state === 'OFF'
              ? t('off')
              : process.dark
                ? t('dark', { state })
                : state}
        </small>
      </h2>
      {machines !== 'below' && drawn}
      {props.children}
      <ProcessActs process={process} onDo={onDo} />
      {props.deeds}
      {machines === 'below' && drawn}
      {!asked && (
        <>
          {props.why !== null && (
            <Button kind="quiet" aria-expanded={why} onPress={() => setWhy(!why)}>
              {props.why.question}
            </Button>
          )}
          {props.why !== null && why && <WhyPanel pid={pid} settled={props.why.settled} />}
          {inspect !== null && <Sections inspect={inspect} open={props.open ?? []} onDo={onDo} />}
        </>
      )}
    </section>
  );
};
