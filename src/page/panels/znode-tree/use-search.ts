import { useEffect, useRef, useState } from 'react';
import type { Pid } from '../../../view/time.ts';
import { useAsk } from '../../sim/use-answers.ts';
import { beginWork } from '../../sim/work.ts';

/** What a search in a tree has found so far. */
export interface Found {
  readonly text: string;
  readonly paths: readonly string[];
  /** Nodes looked at. */
  readonly looked: number;
  /** Where to go on; null: everything was looked at. */
  readonly next: string | null;
}

/** Hits that are fetched at once, and kept at most. */
const MOST = 50;
/** Wall time after a letter before the search begins, ms. */
const PAUSE = 120;

/** Looks further, a stretch of the tree at a time, until there is a hit more. */
const further = async (
  ask: ReturnType<typeof useAsk>,
  server: Pid,
  found: Found,
  stop: () => boolean,
): Promise<Found> => {
  let now = found;
  let first = now.looked === 0;
  while ((first || now.next !== null) && !stop()) {
    first = false;
    const { text, next: after } = now;
    // Each stretch begins where the last one ended.
    const question = { ask: 'find', server, text, after, most: MOST } as const;
    const asked = await ask(question);
    if (asked === null) return { ...now, next: null };
    now = {
      text,
      paths: [...now.paths, ...asked.paths],
      looked: now.looked + asked.looked,
      next: asked.next,
    };
    if (asked.paths.length > 0) break;
  }
  return now;
};

/** Paths of a tree that contain a text, and the one that is shown. `onHit` is told of each that comes. */
export const useSearch = (server: Pid | null, onHit: (path: string) => void) => {
  const ask = useAsk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const round = useRef(0);
  const leave = useRef((): void => undefined);

  const look = async (from: Found, then: (found: Found) => void): Promise<void> => {
    if (server === null) return;
    const mine = ++round.current;
    const now = await further(ask, server, from, () => mine !== round.current);
    if (mine === round.current) then(now);
  };

  const begin = (wanted: string): void => {
    setText(wanted);
    // What is under way is about another text.
    leave.current();
    if (wanted === '') return;
    const done = beginWork();
    const timer = setTimeout(() => {
      const nothing = { text: wanted, paths: [], looked: 0, next: null };
      void look(nothing, (now) => {
        setFound(now);
        setAt(0);
        if (now.paths[0] !== undefined) onHit(now.paths[0]);
      }).finally(done);
    }, PAUSE);
    leave.current = () => {
      round.current++;
      clearTimeout(timer);
      done();
    };
  };

  useEffect(() => () => leave.current(), []);

  const step = (by: 1 | -1): void => {
    if (found === null || found.paths.length === 0) return;
    const show = (hits: Found, to: number): void => {
      const index = (to + hits.paths.length) % hits.paths.length;
      const path = hits.paths[index];
      setFound(hits);
      setAt(index);
      if (path !== undefined) onHit(path);
    };
    const to = at + by;
    if (to >= found.paths.length && found.next !== null) void look(found, (now) => show(now, to));
    else show(found, to);
  };

  return {
    text,
    setText: begin,
    found: text !== '' && found?.text === text ? found : null,
    at,
    step,
  };
};
