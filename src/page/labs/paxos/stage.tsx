import { useMemo, useRef } from 'react';
import { paxosChange } from '../../../stage/paxos/changes.ts';
import { besideLegends } from '../../../stage/paxos/legends.ts';
import { paxosLayout } from '../../../stage/paxos/layout.ts';
import type { PaxosLayout } from '../../../stage/paxos/plan.ts';
import { paxosStage } from '../../../stage/paxos/stage.ts';
import { everybody, talkOf } from '../../../stage/paxos/who.ts';
import type { Who } from '../../../stage/paxos/who.ts';
import type { SayPaxos } from '../../../stage/paxos/words.ts';
import type { Frame } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import { useSize } from '../../browser/use-size.ts';
import { useStageFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useLeastText, useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { useSaying } from '../../words/use-saying.ts';
import { Banner } from './banner.tsx';

/** Drawing units of the usual stage below the banner. */
const NEEDED = {
  natural: { width: 976, height: 402 },
  least: { width: 570, height: 330 },
};

/** What the places depend on, as a text: a frame that changes nothing of it keeps them. */
const castOf = (detail: PaxosDetail): string =>
  JSON.stringify([everybody(detail), detail.learning, detail.retry]);

const useLayout = (frame: Frame<PaxosDetail> | null, width: number, height: number) => {
  const cast = frame === null ? '' : castOf(frame.detail);
  return useMemo(() => {
    if (cast === '' || width === 0) return null;
    // Written just above.
    const [all, learning, retry] = JSON.parse(cast) as [readonly Who[], string, string];
    return paxosLayout(all, talkOf({ learning, retry }), { width, height });
  }, [cast, width, height]);
};

/** The same object as long as the legends stand where they stood: lanes are made once for it. */
const useLegends = (
  frame: Frame<PaxosDetail> | null,
  plan: PaxosLayout | null,
  say: SayPaxos,
): PaxosLayout | null => {
  const beside = frame === null || plan === null ? plan : besideLegends(frame, plan, say);
  const places = JSON.stringify(beside?.obstacles ?? []);
  return useMemo(
    () =>
      plan === null ? null : { ...plan, obstacles: JSON.parse(places) as PaxosLayout['obstacles'] },
    [plan, places],
  );
};

/** What is decided, and the group with its messages below it. */
export const PaxosStage = ({ clean }: { clean: boolean }) => {
  const words = useSaying('paxos.stage');
  const frame = useStageFrame<PaxosDetail>();
  const before = useSim((s) => s.before as Frame<PaxosDetail> | null);
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);

  const scale = useStageScale(size, NEEDED, clean);
  const least = useLeastText(scale, clean);
  const width = size.width === 0 ? 0 : Math.max(240, size.width / scale);
  const plan = useLayout(frame, width, Math.max(200, size.height / scale));
  const layout = useLegends(frame, plan, words.say);
  const changed = frame === null ? null : paxosChange(before, frame);
  return (
    <div className="paxos-stage">
      {frame !== null && <Banner detail={frame.detail} />}
      <div className="paxos-drawing" ref={place}>
        {frame !== null && layout !== null && (
          <MovingStage
            frame={frame}
            layout={layout}
            label={words.say('group', { processes: frame.processes.length })}
            draw={(now, choice) =>
              paxosStage(frame, layout, now, { ...choice, words, changed, least })
            }
          />
        )}
      </div>
    </div>
  );
};
