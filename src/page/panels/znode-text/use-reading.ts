import { useCallback, useEffect, useRef, useState } from 'react';
import { beginWork } from '../../sim/work.ts';
import { readTree } from './read-tree.ts';
import type { ReadTree } from './read-tree.ts';

/** Wall time after a letter before the text is read, ms. */
const PAUSE = 200;

export interface Reading {
  readonly text: string;
  /** Null while it is being read. */
  readonly tree: ReadTree | null;
  /** Lines read so far, and all. */
  readonly read: number;
  readonly of: number;
}

const NOTHING: Reading = { text: '', tree: null, read: 0, of: 0 };

/** A text that is read as a tree whenever it changes; only the newest counts. */
export const useReading = (): readonly [Reading, (text: string) => void] => {
  const [reading, setReading] = useState(NOTHING);
  const leave = useRef((): void => undefined);
  useEffect(() => () => leave.current(), []);

  const change = useCallback((text: string): void => {
    leave.current();
    const done = beginWork();
    let left = false;
    const timer = setTimeout(() => {
      void readTree(text, (read, of) => {
        if (!left) setReading({ text, tree: null, read, of });
      })
        .then((tree) => {
          if (!left) setReading((now) => ({ ...now, tree }));
        })
        .finally(done);
    }, PAUSE);
    leave.current = () => {
      left = true;
      clearTimeout(timer);
      done();
    };
    setReading({ ...NOTHING, text });
  }, []);

  return [reading, change];
};
