import { useEffect, useMemo, useRef } from 'react';
import { capChange } from '../../../stage/cap/changes.ts';
import { capLayout } from '../../../stage/cap/layout.ts';
import type { CapCast } from '../../../stage/cap/layout.ts';
import { roleWord } from '../../../stage/cap/role.ts';
import { capStage } from '../../../stage/cap/stage.ts';
import type { CapDetail } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useScale } from '../../browser/use-scale.ts';
import { useSize } from '../../browser/use-size.ts';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useFoot } from '../../lab-frame/stage/use-foot.ts';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { useStageFrame, useUnread } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useUnguessed, watchCalls } from './predict.ts';
import { StoresPanel } from './stores-panel.tsx';
import './stage.css';

/** Drawing units of the usual stage, without the stores beside it. */
const NEEDED = {
  natural: { width: 566, height: 440 },
  least: { width: 460, height: 380 },
};
/** The stores' share of the stage's width. */
const ASIDE = 0.42;

/** The words that a server may say of itself. */
const ROLES = ['FOLLOWING', 'LOOKING', 'LEADING', 'READ_ONLY', 'PRIMARY', 'COPY', 'PEER'];

const castOf = ({ servers, clients }: CapDetail, word: string): CapCast => ({
  servers: servers.map(({ pid }) => pid),
  clients: clients.map(({ pid, server }) => ({ pid, home: server })),
  word,
});

/** Servers, clients and the wall; beside them, where there is room, the five stores. */
export const CapStage = ({ clean }: { clean: boolean }) => {
  const words = useSaying('cap.stage');
  const frame = useUnread(useStageFrame<CapDetail>());
  const before = useSim((s) => s.before as Frame<CapDetail> | null);
  const unguessed = useUnguessed();
  // The stage is there wherever the lab is, also where nobody sees the switch.
  useEffect(watchCalls, []);
  const room = useRoom();
  const type = useScale();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const foot = useFoot(clean, true);
  // For a room the stores are shown where they, too, can be read from the last row.
  const beside = clean ? size.width >= type * 900 : room === 'usual' || room === 'wide';
  const drawn = { width: beside ? size.width * (1 - ASIDE) : size.width, height: size.height };
  const scale = useStageScale(drawn, NEEDED, clean);
  const width = Math.max(240, drawn.width / scale);
  const height = Math.max(200, (drawn.height - foot) / scale);
  const longest = ROLES.map((role) => roleWord(role, words)).reduce((a, b) =>
    b.length > a.length ? b : a,
  );
  const cast = frame === null ? '' : JSON.stringify(castOf(frame.detail, longest));
  const layout = useMemo(
    () =>
      cast === '' || size.width === 0
        ? null
        : capLayout(JSON.parse(cast) as CapCast, { width, height }),
    [cast, width, height, size.width],
  );
  const changed = frame === null ? null : capChange(before, frame);
  return (
    <div className="cap-stage" ref={place} style={{ paddingBottom: foot }}>
      <div className="cap-drawing">
        {frame !== null && layout !== null && (
          <MovingStage
            frame={frame}
            layout={layout}
            label={words.say('stage', {
              servers: frame.detail.servers.length,
              clients: frame.detail.clients.length,
            })}
            draw={(now, choice) =>
              capStage(frame, layout, now, {
                ...choice,
                words,
                changed,
                unguessed,
              })
            }
          />
        )}
      </div>
      {beside && (
        <div className="cap-aside" style={{ width: `${ASIDE * 100}%` }}>
          <StoresPanel />
        </div>
      )}
    </div>
  );
};
