import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { inset } from '../../../stage/beside.ts';
import { whatChanged } from '../../../stage/changes.ts';
import { ensembleLayout } from '../../../stage/ensemble-layout.ts';
import { stageShapes } from '../../../stage/stage.ts';
import { votePanel } from '../../../stage/votes.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { offerMargin } from '../../draw/stage-source.ts';
import { useMedia, useRoom } from '../../browser/use-media.ts';
import { useScale } from '../../browser/use-scale.ts';
import { useSize } from '../../browser/use-size.ts';
import { useStageFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useStageWords } from '../../words/stage-words.ts';
import './stage.css';
import { MovingStage, useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
import { useFoot } from '../../lab-frame/stage/use-foot.ts';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';

/** Drawing units of the usual stage: the vote table takes a third of its width. */
const WIDTH = 976;
const HEIGHT = 482;
const VOTES = 352;
/** The least room for the ensemble, without the votes. */
const LEAST = { width: 520, height: 372 };
/** Kept free on both sides of the votes. */
const ASIDE = 18;
/** And above them. */
const TOP = 16;
/** What the tools of the stage take below them. */
const TOOLS = 44;

/** The ensemble with its messages and, where there is room, the votes beside it. */
export const ElectionStage = ({ clean }: { clean: boolean }) => {
  const t = useTranslations('stage');
  const words = useStageWords();
  const room = useRoom();
  const frame = useStageFrame<ElectionDetail>();
  const before = useSim((s) => s.before as Frame<ElectionDetail> | null);
  const selected = useSelectedPid();
  const veil = useVeil();
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const onAction = useStageAction();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);

  const type = useScale();
  // For a room the votes are shown where they, too, can be read from the last row.
  const readable = size.width >= type * (LEAST.width + VOTES) && size.height >= type * LEAST.height;
  const withVotes = clean ? readable : room === 'usual' || room === 'wide';
  const aside = withVotes ? VOTES : 0;
  const needed = {
    natural: { width: WIDTH - VOTES + aside, height: HEIGHT },
    least: { width: LEAST.width + aside, height: LEAST.height },
  };
  const scale = useStageScale(size, needed, clean);
  const width = Math.max(240, size.width / scale - aside);
  const height = Math.max(200, size.height / scale);
  const foot = useFoot(clean);
  const above = Math.max(200, height - foot / scale);
  const pids = frame?.processes.map((one) => one.pid).join(' ') ?? '';
  const layout = useMemo(
    () =>
      pids === '' || size.width === 0
        ? null
        : ensembleLayout(pids.split(' ').map(Number), { width, height: above }),
    [pids, width, above, size.width],
  );
  const changed = frame === null ? null : whatChanged(before, frame);

  const votes =
    withVotes && frame !== null && size.width > 0
      ? votePanel(frame, {
          words,
          width: VOTES - 2 * ASIDE,
          height: height - TOP - (clean ? TOP : TOOLS),
          whole: clean,
          selected,
          changed,
          reducedMotion,
          veil,
          now: frame.time,
        })
      : null;
  useEffect(() => (votes === null ? undefined : offerMargin(() => inset(votes, ASIDE, TOP))));

  return (
    <div className="stage-drawing" ref={place}>
      <div className="stage-ensemble" style={{ height: `calc(100% - ${foot}px)` }}>
        {frame !== null && layout !== null && (
          <MovingStage
            frame={frame}
            layout={layout}
            label={t('ensemble', { servers: frame.processes.length })}
            draw={(now, choice) => stageShapes(frame, layout, now, { ...choice, changed })}
          />
        )}
      </div>
      {votes !== null && (
        <div className="stage-votes" style={{ width: VOTES * scale, paddingInline: ASIDE * scale }}>
          <DrawingView
            drawing={votes}
            align="top"
            label={words.votes('titleAll')}
            onAction={onAction}
          />
        </div>
      )}
    </div>
  );
};
