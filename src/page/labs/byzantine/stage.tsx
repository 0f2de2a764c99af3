import { useEffect, useMemo, useRef } from 'react';
import { byzantineChange } from '../../../stage/byzantine/changes.ts';
import { generalsLayout } from '../../../stage/byzantine/layout.ts';
import type { GeneralsCast, GeneralsLayout } from '../../../stage/byzantine/layout.ts';
import { inWords } from '../../../stage/byzantine/said.ts';
import { seenBy } from '../../../stage/byzantine/seen.ts';
import { byzantineStage } from '../../../stage/byzantine/stage.ts';
import { inOrder, nameOf } from '../../../stage/byzantine/who.ts';
import type { ByzantineDetail, PlanView } from '../../../view/byzantine.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useSize } from '../../browser/use-size.ts';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useFoot } from '../../lab-frame/stage/use-foot.ts';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { useStageFrame, useVeiled } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useSaying } from '../../words/use-saying.ts';
import { Hand } from './hand.tsx';
import { useLooked } from './looked.ts';
import { PanelOfGeneral } from './panel-of-general.tsx';
import { noteRun } from './played.ts';
import { handsOf, plansOnStage } from '../../../stage/byzantine/plans.ts';
import { WorldsDrawn } from './worlds-drawn.tsx';
import './stage.css';
import './views.css';

/**
 * Drawing units of the usual stage, the panel beside it not counted; and of as little as it is drawn in beside
 * a room's question, so that names and messages are large there.
 */
const NEEDED = {
  natural: { width: 624, height: 440 },
  least: { width: 300, height: 380 },
};

/** The same object as long as its text is the same: places stay, and lanes are made once. */
const useCast = (cast: GeneralsCast): GeneralsCast => {
  const text = JSON.stringify(cast);
  // Written just above.
  return useMemo(() => JSON.parse(text) as GeneralsCast, [text]);
};

interface HandsProps {
  readonly detail: ByzantineDetail;
  readonly layout: GeneralsLayout;
  readonly plans: ReadonlyMap<Pid, readonly PlanView[]>;
  readonly scale: number;
}

/** Beside each traitor a switch for each message that it sends. */
const Hands = ({ detail, layout, plans, scale }: HandsProps) => (
  <div className="hands-on-stage">
    {[...plans].map(([pid, all]) => {
      const at = layout.hands.get(pid);
      return at === undefined ? null : (
        <div
          key={pid}
          style={{
            left: Math.round(at.x * scale),
            top: Math.round(at.y * scale),
            scale: String(Math.max(1, Math.min(1.6, scale))),
          }}
        >
          {all.map((plan) => (
            <Hand
              key={`${plan.path.join('.')} ${plan.to}`}
              plan={plan}
              values={detail.values}
              from={nameOf(detail, pid)}
              to={nameOf(detail, plan.to)}
            />
          ))}
        </div>
      );
    })}
  </div>
);

const NO_PLANS: ReadonlyMap<Pid, readonly PlanView[]> = new Map();

const Generals = ({ frame: whole, clean }: { frame: Frame<ByzantineDetail>; clean: boolean }) => {
  const words = useSaying('byzantine.stage');
  const before = useSim((s) => s.before as Frame<ByzantineDetail> | null);
  const eyes = useLooked((s) => s.eyes);
  const veiled = useVeiled();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const scale = useStageScale(size, NEEDED, clean);
  // What is offered below what one of them holds reaches under the generals, too.
  const foot = useFoot(clean, true);
  const width = size.width === 0 ? 0 : Math.max(240, size.width / scale);
  const height = Math.max(200, (size.height - foot) / scale);
  const { detail } = whole;
  const alone = eyes !== null && detail.generals.some(({ pid }) => pid === eyes) ? eyes : null;
  const handless = clean || veiled || alone !== null || width < 480;
  const plans = handless ? NO_PLANS : plansOnStage(detail);
  const cast = useCast({
    pids: inOrder(detail).map(({ pid }) => pid),
    hands: handsOf(plans, detail.values),
  });
  const layout = useMemo(() => generalsLayout(cast, { width, height }), [cast, width, height]);
  const frame = useMemo(() => {
    const said = inWords(whole, words.say);
    return alone === null ? said : seenBy(said, alone);
  }, [whole, words, alone]);
  const changed = byzantineChange(before, whole);
  useEffect(() => noteRun(detail), [detail]);
  return (
    <div className="byzantine-field" ref={place} style={{ paddingBottom: foot }}>
      {width > 0 && (
        <MovingStage
          frame={frame}
          layout={layout}
          label={
            detail.two === null
              ? words.say('group', {
                  lieutenants: detail.generals.length - 1,
                  traitors: detail.generals.filter(({ loyal }) => !loyal).length,
                })
              : words.say('pair')
          }
          draw={(now, choice) =>
            byzantineStage(frame, layout, now, { ...choice, words, changed, seenBy: alone })
          }
        />
      )}
      {plans.size > 0 && width > 0 && (
        <Hands detail={detail} layout={layout} plans={plans} scale={scale} />
      )}
    </div>
  );
};

/** Generals and their messages; where there is room, beside them what one of them holds. */
export const ByzantineStage = ({ clean }: { clean: boolean }) => {
  const frame = useStageFrame<ByzantineDetail>();
  const room = useRoom();
  const dock = useSim((s) => s.dockView);
  const foot = useFoot(clean, true);
  const beside = clean || room === 'usual' || room === 'wide';
  if (frame === null) return <div className="byzantine-stage" />;
  if (dock === 'worlds' && beside) {
    return (
      <div className="byzantine-stage" style={{ paddingBottom: foot }}>
        <WorldsDrawn />
      </div>
    );
  }
  return (
    <div className={clean ? 'byzantine-stage for-room' : 'byzantine-stage'}>
      <Generals frame={frame} clean={clean} />
      {beside && (
        <div className="byzantine-panel" style={{ paddingBottom: foot }}>
          <PanelOfGeneral beside clean={clean} />
        </div>
      )}
    </div>
  );
};
