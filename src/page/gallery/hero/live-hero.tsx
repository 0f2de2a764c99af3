import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { whatChanged } from '../../../stage/changes.ts';
import { heroLayout, heroShapes } from '../../../stage/hero.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import { Hatch } from '../../draw/hatch.tsx';
import { Shapes } from '../../draw/shapes.tsx';
import { useMoving } from '../../draw/use-moving.ts';
import type { EnsembleLayout } from '../../../stage/ensemble-layout.ts';
import { useMedia } from '../../browser/use-media.ts';
import { playhead } from '../../sim/playhead.ts';
import { useSim } from '../../sim/store.ts';
import type { Entry } from '../catalogue.ts';
import type { HeroBuilt } from './hero-built.ts';
import { FirstFrame, HeroFrame, useHeroRoom } from './hero-frame.tsx';
import { useHeroRun } from './use-hero-run.ts';
import { useInSight } from './use-in-sight.ts';
import { useSentence } from './use-sentence.tsx';

const CHOICE = {};

/** The ensemble as it is now; its messages move with the playhead. */
const Ensemble = (props: { frame: Frame<ElectionDetail>; layout: EnsembleLayout }) => {
  const { frame, layout } = props;
  const t = useTranslations('gallery.hero');
  const before = useSim((s) => s.before as Frame<ElectionDetail> | null);
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const svg = useRef<SVGSVGElement>(null);
  const { arranged } = useMoving(svg, frame, layout, CHOICE);
  const changed = whatChanged(before, frame);
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t('drawing')}
    >
      <Hatch />
      <Shapes
        shapes={heroShapes(frame, layout, playhead.now(), { arranged, changed, reducedMotion })}
      />
    </svg>
  );
};

/** The hero with its run in the worker. */
export const LiveHero = ({ built, lesson }: { built: HeroBuilt; lesson: Entry | null }) => {
  const { heroStart: start, heroSituation } = built;
  const t = useTranslations('gallery.hero');
  const place = useRef<HTMLDivElement>(null);
  const run = useHeroRun(start, useInSight(place));
  const sentence = useSentence();
  const { frame, situation } = run;
  const room = useHeroRoom();
  // Before the first frame comes: to find places for all labels takes a turn of its own.
  const layout = useMemo(() => heroLayout(start.servers, room), [start, room]);
  const notNow = situation === null ? t('notYet') : situation.kind === 'led' ? null : t('noLeader');
  return (
    <div ref={place}>
      <HeroFrame
        sentence={sentence(situation ?? heroSituation, start.servers.length)}
        drawing={
          frame === null ? <FirstFrame built={built} /> : <Ensemble frame={frame} layout={layout} />
        }
        notNow={notNow}
        playing={run.playing}
        lesson={run.begun && situation?.kind === 'led' ? lesson : null}
        begun={run.begun}
        onKill={run.kill}
        onToggle={run.toggle}
        onAgain={run.again}
      />
    </div>
  );
};
