import { startTransition, useEffect, useRef, useState } from 'react';
import type { HeroRun } from '../../../built/hero.built.ts';
import { atRest, situationOf } from '../../../stage/situation.ts';
import type { Situation } from '../../../stage/situation.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import { openScenario } from '../../share/open-run.ts';
import { useRun } from '../../sim/use-run.ts';
import { intervene, pause, play, send, setSpeed } from '../../sim/actions.ts';
import { reducedMotion } from '../../sim/playback.ts';
import { playhead } from '../../sim/playhead.ts';
import { useSim } from '../../sim/store.ts';

/** The hero's run in the worker, and what can be done with it. */
export interface LiveRun {
  /** Null until its first frame stands. */
  readonly frame: Frame<ElectionDetail> | null;
  readonly situation: Situation | null;
  readonly playing: boolean;
  /** Whether a person has killed a leader since the beginning. */
  readonly begun: boolean;
  readonly kill: () => void;
  readonly toggle: () => void;
  readonly again: () => void;
}

/**
 * Its election is told by one sentence, so that nothing in it has to be held long enough to be read:
 * who has killed a leader does not wait half a minute for the next one.
 */
const ELECTING_SPEED = 2.5;

/**
 * Opens the run at its first frame and plays it, unless the person wants less motion, until it rests:
 * with the slow messages still on their way, or, after a crash, with nothing but pings left. While it
 * cannot be seen it stands still.
 */
export const useHeroRun = (start: HeroRun, inSight: boolean): LiveRun => {
  const [open, setOpen] = useState(false);
  const [begun, setBegun] = useState(false);
  const playing = useSim((s) => s.playing);
  const frame = useSim((s) => s.frame as Frame<ElectionDetail> | null);
  const seen = useRef(inSight);
  /** It played when it went out of sight. */
  const goesOn = useRef(false);
  const rested = useRef(false);

  const begin = async (): Promise<void> => {
    setOpen(false);
    setBegun(false);
    await openScenario(start.scenario);
    setSpeed(1);
    const { problem } = await send({ type: 'seek', position: start.position });
    if (problem !== null) return;
    rested.current = false;
    // The live drawing takes the still one's place in short turns.
    startTransition(() => setOpen(true));
    if (reducedMotion()) return;
    if (seen.current) await play();
    else goesOn.current = true;
  };
  useRun('election', 'hero', begin);

  useEffect(
    () =>
      playhead.follow((now) => {
        if (begun || rested.current || now < start.restsAt) return;
        // Once: whoever plays on from there may.
        rested.current = true;
        pause();
      }),
    [begun, start],
  );
  useEffect(
    () =>
      useSim.subscribe((state, before) => {
        if (state.playing && state.frame !== null && state.frame !== before.frame) {
          if (atRest(state.frame)) pause();
        }
      }),
    [],
  );
  useEffect(() => {
    seen.current = inSight;
    if (inSight && goesOn.current) {
      goesOn.current = false;
      void play();
    } else if (!inSight && useSim.getState().playing) {
      goesOn.current = true;
      pause();
    }
  }, [inSight]);

  const situation = open && frame !== null ? situationOf(frame) : null;
  return {
    frame: open ? frame : null,
    situation,
    playing,
    begun,
    kill: () => {
      if (situation?.kind !== 'led') return;
      setBegun(true);
      setSpeed(ELECTING_SPEED);
      void intervene({ kind: 'kill', pid: situation.leader }).then(play);
    },
    toggle: () => {
      if (playing) pause();
      else void play();
    },
    again: () => void begin(),
  };
};
