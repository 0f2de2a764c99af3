import { Suspense, lazy, useEffect, useMemo, useRef } from 'react';
import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Arrangement } from '../../../stage/arrange.ts';
import { crowdOf, speckAt, speckShapes } from '../../../stage/crowd.ts';
import type { Box, Point } from '../../../stage/geometry.ts';
import type { Layout } from '../../../stage/layout.ts';
import type { Action, Move, Shape } from '../../../stage/shape.ts';
import type { Veil } from '../../../stage/veil.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import { Hatch } from '../../draw/hatch.tsx';
import { actionAt, pressHandlers } from '../../draw/press.ts';
import { Shapes } from '../../draw/shapes.tsx';
import { offerStage } from '../../draw/stage-source.ts';
import { useKeptFocus } from '../../draw/use-kept-focus.ts';
import { useMoving } from '../../draw/use-moving.ts';
import { PlayHere } from './play-here.tsx';
import { useMedia, useRoom } from '../../browser/use-media.ts';
import { select, setDockView } from '../../sim/actions.ts';
import { UntilText } from '../../panels/run/until-text.tsx';
import { useRunUntil } from '../../panels/run/use-run-until.ts';
import { playhead } from '../../sim/playhead.ts';
import { useMessageAsked, useVeil } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { InPlace } from './in-place.tsx';
import { setMenuOpen } from './menu-open.ts';
import { useDrawnLine } from './drawn-line.ts';
import { useCutLine } from './use-cut-line.tsx';
import { useWallEnds } from './use-wall-ends.tsx';

/** What a press on the stage waits for comes within so much virtual time, or not at all. */
const SOON_MS = 5000;

/** A press so near to a speck is meant for it, drawing units. */
const NEAR = 9;

/** What paints a crowd is fetched where there is one. */
const CrowdCanvas = lazy(async () => ({
  default: (await import('../../draw/crowd-canvas.tsx')).CrowdCanvas,
}));

/** Where a press lies in a drawing, in its units. */
const placeIn = (svg: SVGSVGElement, { clientX, clientY }: MouseEvent) => {
  const toDrawing = svg.getScreenCTM()?.inverse();
  return toDrawing === undefined ? null : new DOMPoint(clientX, clientY).matrixTransform(toDrawing);
};

/** What every lab's drawing is told of the person's choices. */
export interface StageChoice {
  readonly words: StageWords;
  readonly selected: Pid | null;
  readonly selectedMessage: number | null;
  readonly selectedLink: readonly [Pid, Pid] | null;
  readonly framed: number | null;
  readonly routine: boolean;
  readonly reducedMotion: boolean;
  readonly veil: Veil;
  /** The line that was drawn last on this stage. */
  readonly drawn: readonly Point[] | undefined;
  /** A typical message's way, µs. */
  readonly pace: Micros;
  readonly arranged: (texts: readonly Box[]) => Arrangement;
}

/** A press on the stage selects; where there is no room beside it, the fitting view opens. */
export const useStageAction = (
  onUntil: (condition: Condition) => void = () => undefined,
): ((action: Action) => void) => {
  const room = useRoom();
  return (action) => {
    if ('select' in action) {
      select({ kind: 'process', pid: action.select });
      if (room === 'phone' || room === 'narrow') setDockView('inspector');
    } else if ('link' in action) {
      select({ kind: 'link', a: action.link[0], b: action.link[1] });
    } else if ('until' in action) {
      onUntil(action.until);
    } else if ('message' in action) {
      select({ kind: 'message', id: action.message });
      if (room !== 'wide') setDockView('messages');
    }
  };
};

/** A lab's drawing with messages that move with the playhead. */
export const MovingStage = <L extends Layout>(props: {
  frame: Frame;
  layout: L;
  label: string;
  draw: (now: Micros, choice: StageChoice) => readonly Shape[];
  /** What time changes besides the messages. */
  moves?: (now: Micros) => readonly Move[];
}) => {
  const { frame, layout, draw } = props;
  const until = useRunUntil();
  const onAction = useStageAction((condition) => void until.run(condition, SOON_MS));
  // What was not found is said where it was asked for, until the run goes elsewhere.
  const missed =
    until.outcome?.kind === 'not-reached' && until.outcome.position === frame.position
      ? until.outcome
      : null;
  const svg = useRef<SVGSVGElement>(null);
  const words = useStageWords();
  const t = useTranslations('stage');
  const selection = useSim((s) => s.selection);
  const routine = useSim((s) => s.showRoutine);
  const framed = useMessageAsked();
  const veil = useVeil();
  const drawn = useDrawnLine(layout);
  const pace = useSim((s) => s.pace);
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const choice = {
    selected: selection?.kind === 'process' ? selection.pid : null,
    selectedMessage: selection?.kind === 'message' ? selection.id : null,
    framed,
    routine,
    drawn,
    pace,
  };
  const moving = useMoving(svg, frame, layout, choice, props.moves);
  const { width, height } = layout;
  const shapes = (): readonly Shape[] =>
    draw(playhead.now(), {
      ...choice,
      words,
      arranged: moving.arranged,
      reducedMotion,
      veil,
      selectedLink: selection?.kind === 'link' ? ([selection.a, selection.b] as const) : null,
    });
  const drawing = shapes();
  // What stands beside the drawing's things keeps off its words, as labels of messages do.
  const texts = moving.texts();
  const crowd = useMemo(
    () => crowdOf(frame, layout, { selectedMessage: choice.selectedMessage, framed, routine }),
    [frame, layout, choice.selectedMessage, framed, routine],
  );
  useEffect(() =>
    offerStage(() => ({
      width,
      height,
      shapes: [...shapes(), ...(crowd === null ? [] : speckShapes(crowd, playhead.now()))],
    })),
  );
  const cut = useCutLine(frame, layout);
  const ends = useWallEnds(frame, layout, drawn);
  const kept = useKeptFocus(frame);
  const onContextMenu = (event: MouseEvent): void => {
    const action = actionAt(event.target);
    if (action === null || !('select' in action || 'message' in action)) return;
    event.preventDefault();
    onAction(action);
    setMenuOpen(true);
  };
  const pressed = pressHandlers(onAction);
  /** A speck has no element: it is found by its place. */
  const onClick = (event: MouseEvent): void => {
    const place = svg.current === null || crowd === null ? null : placeIn(svg.current, event);
    const id =
      crowd === null || place === null ? null : speckAt(crowd, playhead.now(), place, NEAR);
    if (id === null) pressed.onClick(event);
    else onAction({ message: id });
  };
  const handlers = { ...pressed, onClick, ...cut.handlers, onContextMenu };
  return (
    <div className="moving-stage" {...kept}>
      {/* Its processes, links and messages are buttons of their own; the root only listens. */}
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={props.label}
        {...handlers}
      >
        <Hatch />
        <Shapes shapes={drawing} />
        {cut.drawn}
        {ends.drawn}
      </svg>
      {crowd !== null && (
        <Suspense>
          <CrowdCanvas
            crowd={crowd}
            layout={layout}
            label={t('crowd', { count: crowd.ids.length })}
          />
        </Suspense>
      )}
      <p role="status" className="stage-said">
        {missed !== null && <UntilText outcome={missed} />}
      </p>
      <InPlace frame={frame} layout={layout} texts={texts} svg={svg} />
      <p className="undo-told" role="status">
        {ends.told === '' ? cut.told : ends.told}
      </p>
      <PlayHere frame={frame} layout={layout} texts={texts} drawn={drawn} slips={moving.slips} />
    </div>
  );
};
