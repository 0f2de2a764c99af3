import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { columnsLayout } from '../../../stage/recipes/columns-layout.ts';
import type { ColumnsCast } from '../../../stage/recipes/columns-layout.ts';
import { columnsScene, listingOf } from '../../../stage/recipes/columns.ts';
import { recipesChange } from '../../../stage/recipes/changes.ts';
import { herdLayout } from '../../../stage/recipes/herd-layout.ts';
import type { HerdCast } from '../../../stage/recipes/herd-layout.ts';
import { herdScene } from '../../../stage/recipes/herd.ts';
import { registryLayout } from '../../../stage/recipes/registry-layout.ts';
import type { RegistryCast } from '../../../stage/recipes/registry-layout.ts';
import { registryMoves } from '../../../stage/recipes/registry-sessions.ts';
import { consumersOf, providedOf } from '../../../stage/recipes/registry-who.ts';
import { registryScene } from '../../../stage/recipes/registry.ts';
import { kindOf, sceneOf, serversOf } from '../../../stage/recipes/scene-of.ts';
import type { SceneView } from '../../../stage/recipes/scene.ts';
import type { Frame } from '../../../view/frame.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useSize } from '../../browser/use-size.ts';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useFoot } from '../../lab-frame/stage/use-foot.ts';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { useSelectedPid, useStageFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useSaying } from '../../words/use-saying.ts';
import { later } from '../../widgets/later.tsx';
import { useLineOf } from './use-line-of.ts';
import { ContrastSwitch, useContrast } from './contrast-switch.tsx';
import { herdLock } from './herd-lock.ts';
import { hasHead } from './room.ts';
import './stage.css';

/** Drawing units of the usual stage. */
const NEEDED = {
  natural: { width: 976, height: 440 },
  least: { width: 640, height: 400 },
};

/** What the switch at its head takes: from its top in drawing units; its width, with what keeps clear of it, px. */
const SWITCH = { top: 13, width: 215 };

interface DrawingProps {
  frame: Frame<RecipesDetail>;
  scene: SceneView;
  width: number;
  height: number;
  /** Of the row of facts so much on the right is taken, drawing units. */
  taken: number;
}

/** The same object as long as its text is the same: places stay, and lanes are made once. */
const useSame = <T,>(value: T): T => {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
};

const useOptions = (frame: Frame<RecipesDetail>) => {
  const words = useSaying('recipes.stage');
  const before = useSim((s) => s.before as Frame<RecipesDetail> | null);
  const lineOf = useLineOf();
  return { words, lineOf, changed: recipesChange(before, frame) };
};

const serverPids = ({ detail }: Frame<RecipesDetail>) => serversOf(detail).map(({ pid }) => pid);
const homesOf = (clients: SceneView['clients']) =>
  clients.map(({ pid, server }) => ({ pid, home: server }));

const ColumnsDrawing = ({ frame, scene, width, height, taken }: DrawingProps) => {
  const own = useOptions(frame);
  const selected = useSelectedPid();
  const cast = useSame<ColumnsCast>({
    servers: serverPids(frame),
    clients: homesOf(scene.clients),
    outside: scene.outside.map(({ pid }) => pid),
    lines: listingOf(scene, selected)?.lines.length ?? 0,
  });
  const layout = useMemo(() => columnsLayout(cast, { width, height }), [cast, width, height]);
  return (
    <MovingStage
      frame={frame}
      layout={layout}
      label={own.words.say('columns', { clients: scene.clients.length })}
      draw={(now, choice) => columnsScene(frame, scene, layout, now, { ...choice, ...own, taken })}
    />
  );
};

/** In a crowd a message says what it is by its shape; what is looked at says it in words. */
const useQuiet = (frame: Frame<RecipesDetail>): Frame<RecipesDetail> => {
  const looked = useSim((s) => (s.selection?.kind === 'message' ? s.selection.id : null));
  return useMemo(
    () => ({
      ...frame,
      messages: frame.messages.map((one) =>
        one.id === looked ? one : { ...one, label: '', short: '' },
      ),
    }),
    [frame, looked],
  );
};

const HerdDrawing = ({ frame: seen, scene, width, height, taken }: DrawingProps) => {
  const own = useOptions(seen);
  const frame = useQuiet(seen);
  const cast = useSame<HerdCast>({ servers: serverPids(frame), clients: homesOf(scene.clients) });
  const layout = useMemo(() => herdLayout(cast, { width, height }), [cast, width, height]);
  return (
    <MovingStage
      frame={frame}
      layout={layout}
      label={own.words.say('herd', { clients: scene.clients.length })}
      draw={(now, choice) => herdScene(frame, scene, layout, now, { ...choice, ...own, taken })}
    />
  );
};

const RegistryDrawing = ({ frame, scene, width, height, taken }: DrawingProps) => {
  const own = useOptions(frame);
  const consumers = consumersOf(scene);
  const cast = useSame<RegistryCast>({
    servers: scene.root === '' ? [] : serverPids(frame),
    providers: providedOf(scene).map(({ view, client }) => ({
      pid: view.pid,
      home: client?.server ?? null,
    })),
    consumers: homesOf(consumers),
  });
  const layout = useMemo(() => registryLayout(cast, { width, height }), [cast, width, height]);
  return (
    <MovingStage
      frame={frame}
      layout={layout}
      label={own.words.say('registry', {
        providers: cast.providers.length,
        consumers: consumers.length,
      })}
      draw={(now, choice) => registryScene(frame, scene, layout, now, { ...choice, ...own, taken })}
      moves={(now) => registryMoves(scene, layout, now, own.words)}
    />
  );
};

const HerdCost = later(async () => (await import('./herd-cost.tsx')).HerdCost);

/** From so wide on there is room beside a ring for what it costs, of which the ring leaves so much; drawing units. */
const BESIDE = { from: 880, width: 380 };

const DRAWINGS = {
  columns: ColumnsDrawing,
  herd: HerdDrawing,
  registry: RegistryDrawing,
} as const;

/** Clients with what they have made in the tree and where they are in their programs. */
export const RecipesStage = ({ clean }: { clean: boolean }): ReactNode => {
  const words = useSaying('recipes.stage');
  const frame = useStageFrame<RecipesDetail>();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const scale = useStageScale(size, NEEDED, clean);
  const offered = useFoot(clean, true);
  const whole = size.width === 0 ? 0 : Math.max(240, size.width / scale);
  const contrast = useContrast();
  const room = useRoom();
  const switched = contrast !== null && hasHead(room) && !clean;
  const scene = useMemo(() => (frame === null ? null : sceneOf(frame, words)), [frame, words]);
  const kind = scene === null ? null : kindOf(scene);
  const lock = scene !== null && kind === 'herd' && !clean ? herdLock(scene) : null;
  const beside = lock !== null && whole >= BESIDE.from;
  const width = beside ? whole - BESIDE.width : whole;
  const Drawing = kind === null ? null : DRAWINGS[kind];
  // One box at the lower left leaves the row of what is offered free.
  const foot = kind === 'columns' && scene?.outside.length === 1 ? 0 : offered;
  const height = Math.max(200, (size.height - foot) / scale);
  return (
    <div className="recipes-stage" ref={place} style={{ paddingBottom: foot }}>
      {frame !== null && scene !== null && Drawing !== null && width > 0 && (
        <div className="stage-drawing" style={{ width: width * scale }}>
          <Drawing
            frame={frame}
            scene={scene}
            width={width}
            height={height}
            taken={switched ? SWITCH.width / scale : 0}
          />
        </div>
      )}
      {beside && (
        <div className="stage-beside" style={{ width: BESIDE.width * scale, bottom: foot }}>
          <HerdCost lock={lock} />
        </div>
      )}
      {/* It stays while another run is opened, and so does the focus in it. */}
      {switched && (
        <div className="stage-contrast" style={{ top: SWITCH.top * scale, right: 24 * scale }}>
          <ContrastSwitch contrast={contrast} />
        </div>
      )}
    </div>
  );
};
