import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { whatChanged } from '../../stage/changes.ts';
import { ensembleLayout } from '../../stage/ensemble-layout.ts';
import { stageShapes } from '../../stage/stage.ts';
import { votePanel } from '../../stage/votes.ts';
import type { Action, Shape } from '../../stage/shape.ts';
import type { ElectionDetail } from '../../view/election.ts';
import type { Frame } from '../../view/frame.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import { Hatch } from '../draw/hatch.tsx';
import { pressHandlers } from '../draw/press.ts';
import { Shapes } from '../draw/shape-view.tsx';
import { offerStage } from '../draw/stage-source.ts';
import { useMoving } from '../draw/use-moving.ts';
import { useMedia, useRoom } from '../lab/use-media.ts';
import type { Room } from '../lab/use-media.ts';
import { useSize } from '../lab/use-size.ts';
import { select, setDockView } from '../sim/actions.ts';
import { playhead } from '../sim/playhead.ts';
import { useElectionFrame, useMessageAsked, useVeil } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { useStageWords } from '../words/stage-words.ts';
import './election-stage.css';

/** Drawing units of the usual stage: the vote table takes a third of its width. */
const WIDTH = 976;
const HEIGHT = 482;
const VOTES = 352;
/** Kept free on both sides of the votes. */
const ASIDE = 18;

/** A press on the stage selects; where there is no room beside it, the fitting view opens. */
const onAction = (action: Action, room: Room): void => {
  const narrow = room === 'phone' || room === 'narrow';
  if ('select' in action) {
    select({ kind: 'process', pid: action.select });
    if (narrow) setDockView('inspector');
  } else if ('link' in action) {
    select({ kind: 'link', a: action.link[0], b: action.link[1] });
  } else if ('message' in action) {
    select({ kind: 'message', id: action.message });
    if (room !== 'wide') setDockView('messages');
  }
};

/** The ensemble with its messages and, where there is room, the votes beside it. */
export const ElectionStage = ({ clean }: { clean: boolean }) => {
  const t = useTranslations('stage');
  const words = useStageWords();
  const room = useRoom();
  const frame = useElectionFrame();
  const before = useSim((s) => s.before as Frame<ElectionDetail> | null);
  const selection = useSim((s) => s.selection);
  const routine = useSim((s) => s.showRoutine);
  const veil = useVeil();
  const framed = useMessageAsked();
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const place = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(place);

  const withVotes = room === 'usual' || room === 'wide' || clean;
  // Drawings have their own units and grow with the room; on a phone a unit is a pixel.
  const scale = withVotes ? Math.max(0.5, Math.min(size.width / WIDTH, size.height / HEIGHT)) : 1;
  const width = Math.max(240, size.width / scale - (withVotes ? VOTES : 0));
  const height = Math.max(200, size.height / scale);
  const pids = frame?.processes.map((one) => one.pid).join(' ') ?? '';
  const layout = useMemo(
    () =>
      pids === '' || size.width === 0
        ? null
        : ensembleLayout(pids.split(' ').map(Number), { width, height }),
    [pids, width, height, size.width],
  );

  const selected = selection?.kind === 'process' ? selection.pid : null;
  const choice = {
    selected,
    selectedMessage: selection?.kind === 'message' ? selection.id : null,
    framed,
    routine,
  };
  const arranged = useMoving(svg, frame, layout, choice);
  const changed = frame === null ? null : whatChanged(before, frame);
  const options = {
    ...choice,
    words,
    arranged,
    changed,
    reducedMotion,
    veil,
    selectedLink: selection?.kind === 'link' ? ([selection.a, selection.b] as const) : null,
  };
  const drawn: { shapes: readonly Shape[]; width: number; height: number } | null =
    frame !== null && layout !== null
      ? { shapes: stageShapes(frame, layout, playhead.now(), options), width, height }
      : null;

  useEffect(() =>
    offerStage(() =>
      frame === null || layout === null
        ? null
        : { width, height, shapes: stageShapes(frame, layout, playhead.now(), options) },
    ),
  );

  return (
    <div className="stage-drawing" ref={place}>
      <div className="stage-ensemble">
        {drawn !== null && frame !== null && (
          // Its servers, links and messages are buttons of their own; the root only listens.
          <svg
            ref={svg}
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
            role="group"
            aria-label={t('ensemble', { servers: String(frame.processes.length) })}
            {...pressHandlers((action) => onAction(action, room))}
          >
            <Hatch />
            <Shapes shapes={drawn.shapes} />
          </svg>
        )}
      </div>
      {withVotes && frame !== null && size.width > 0 && (
        <div className="stage-votes" style={{ width: VOTES * scale, paddingInline: ASIDE * scale }}>
          <DrawingView
            drawing={votePanel(frame, {
              words,
              width: VOTES - 2 * ASIDE,
              height: height - 60,
              selected,
              changed,
              reducedMotion,
              veil,
              now: frame.time,
            })}
            align="top"
            label={words.votes.title(null)}
            onAction={(action) => onAction(action, room)}
          />
        </div>
      )}
    </div>
  );
};
