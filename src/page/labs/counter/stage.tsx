import { useMemo, useRef } from 'react';
import { counterLayout } from '../../../stage/counter/layout.ts';
import { counterStage } from '../../../stage/counter/stage.ts';
import type { CounterDetail } from '../../../view/counter.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { useSize } from '../../browser/use-size.ts';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useFoot } from '../../lab-frame/stage/use-foot.ts';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { useStageFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useSaying } from '../../words/use-saying.ts';
import './stage.css';

/** Drawing units of the usual stage. */
const NEEDED = {
  natural: { width: 976, height: 476 },
  least: { width: 600, height: 380 },
};

/** Whose part of the detail is another one than before. */
const changedOf = (
  before: Frame<CounterDetail> | null,
  frame: Frame<CounterDetail>,
): Pid | null => {
  if (before === null) return null;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const { value, log, logHidden } = frame.detail;
  const old = before.detail;
  if (!same([value, log, logHidden], [old.value, old.log, old.logHidden])) {
    return frame.detail.server;
  }
  const caller = frame.detail.callers.find((one, i) => !same(one, old.callers[i]));
  return caller?.pid ?? null;
};

/** Callers, the counter, and what travels between them. */
export const CounterStage = ({ clean }: { clean: boolean }) => {
  const words = useSaying('counter.stage');
  const frame = useStageFrame<CounterDetail>();
  const before = useSim((s) => s.before as Frame<CounterDetail> | null);
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);

  const scale = useStageScale(size, NEEDED, clean);
  const width = Math.max(240, size.width / scale);
  const foot = useFoot(clean);
  const height = Math.max(200, (size.height - foot) / scale);
  const cast = frame === null ? '' : frame.detail.callers.map(({ pid }) => pid).join(' ');
  const server = frame?.detail.server ?? 0;
  const layout = useMemo(
    () =>
      cast === '' || size.width === 0
        ? null
        : counterLayout(cast.split(' ').map(Number), server, { width, height }),
    [cast, server, width, height, size.width],
  );
  const changed = frame === null ? null : changedOf(before, frame);
  return (
    <div className="counter-stage" ref={place} style={{ paddingBottom: foot }}>
      {frame !== null && layout !== null && (
        <MovingStage
          frame={frame}
          layout={layout}
          label={words.say('group', { callers: frame.detail.callers.length })}
          draw={(now, choice) => counterStage(frame, layout, now, { ...choice, words, changed })}
        />
      )}
    </div>
  );
};
