import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePageTitle } from '../browser/page-title.ts';
import { Button } from '../widgets/button.tsx';
import { Clock } from './clock.tsx';
import { Fitted } from './fitted.tsx';
import { Happened, HappenedHeard } from './happened.tsx';
import { InRoomContext } from '../browser/in-room.ts';
import { useRoomScale } from '../browser/use-scale.ts';
import './projector.css';

/** How long the keys and the way out are shown, ms. */
const SHOWN = 3000;

/** A lesson's present step for a room. */
export interface Projected {
  readonly sentence: ReactNode;
  /** What is asked and what came of it; null: the step has neither. */
  readonly question: ReactNode | null;
  /** Whether it asks; otherwise there is room beside the stage. */
  readonly asks: boolean;
  /** Which step it is. */
  readonly steps: ReactNode;
}

/** Whether the room has just been entered or the mouse been moved. */
const useStirred = (): boolean => {
  const [stirred, setStirred] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setStirred(false), SHOWN);
    const stir = (): void => {
      clearTimeout(timer);
      setStirred(true);
      timer = setTimeout(() => setStirred(false), SHOWN);
    };
    addEventListener('mousemove', stir);
    return () => {
      clearTimeout(timer);
      removeEventListener('mousemove', stir);
    };
  }, []);
  return stirred;
};

/**
 * The run for a room, read from the last row: the sentence, the stage, the question; no controls.
 * Space goes on, digits answer, H counts hands, F or Escape leaves. All sizes follow the height.
 */
export const Projector = (props: {
  title: string;
  stage: ReactNode;
  /** A view of the run below the stage. */
  view: ReactNode | null;
  /** Null in a free lab: then what just happened is the sentence. */
  step: Projected | null;
  /** A figure below what is explained. */
  because: ReactNode | null;
  onLeave: () => void;
}) => {
  const t = useTranslations('lab.clean');
  const { step } = props;
  const main = useRef<HTMLElement>(null);
  const stirred = useStirred();
  usePageTitle(props.title);
  useRoomScale();
  // What had the focus is gone; the keyboard and a screen reader go on from here.
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
  }, []);
  const view = props.view !== null && (
    <InRoomContext value>
      <div className="clean-view">{props.view}</div>
    </InRoomContext>
  );
  const question = step !== null && step.question !== null && (
    <Fitted className="clean-asked">
      {step.question}
      {props.because !== null && step.asks && <div className="clean-because">{props.because}</div>}
    </Fitted>
  );
  return (
    <main
      className={stirred ? 'clean' : 'clean clean-still'}
      aria-label={t('name')}
      tabIndex={-1}
      ref={main}
    >
      <h1 className="vh">{props.title}</h1>
      <Fitted className="clean-sentence">
        {step?.sentence}
        {step === null ? <Happened lead /> : <HappenedHeard />}
      </Fitted>
      <div className="clean-middle">
        <div className="clean-world">
          <InRoomContext value>
            <div className="clean-stage">{props.stage}</div>
          </InRoomContext>
        </div>
        {(question !== false || view !== false) && (
          <div className="clean-aside">
            {step?.asks === true ? question : view}
            {step?.asks === true ? view : question}
          </div>
        )}
      </div>
      <footer className="clean-foot">
        {step?.steps}
        <Keys inLesson={step !== null} onLeave={props.onLeave} />
        <Clock />
      </footer>
    </main>
  );
};

const Keys = (props: { inLesson: boolean; onLeave: () => void }) => {
  const t = useTranslations('lab.clean');
  const key = useTranslations('lab.keys');
  const rows = [
    [key('space'), t(props.inLesson ? 'goOn' : 'play')],
    ...(props.inLesson
      ? [
          ['1–4', t('choose')],
          ['H', t('hands')],
        ]
      : []),
    ['← →', t('steps')],
  ] as const;
  return (
    <div className="clean-keys">
      {rows.map(([name, what]) => (
        <span key={name}>
          <kbd>{name}</kbd> {what}
        </span>
      ))}
      <Button kind="quiet" onPress={props.onLeave}>
        <kbd>F</kbd> <kbd>{key('esc')}</kbd> {t('leave')}
      </Button>
    </div>
  );
};
