import { startTransition, useEffect, useState } from 'react';
import type { Drawing } from '../../stage/shape.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import { beginWork } from '../sim/work.ts';

type Pictures = Readonly<Record<'lessons' | 'labs', Readonly<Record<string, Drawing>>>>;

let known: Pictures | null = null;
let fetched: Promise<Pictures> | null = null;

/** The small drawings, made by the simulation when the site was built; fetched once. */
export const fetchPictures = (): Promise<Pictures> => {
  const done = beginWork();
  fetched ??= import('../../built/pictures.built.ts').then(
    ({ lessons, labs }) => (known = { lessons, labs }),
  );
  return fetched.finally(done);
};

/** A small drawing; its place is kept free until it is there. */
export const Picture = (props: { of: 'lessons' | 'labs'; id: string }) => {
  const [pictures, setPictures] = useState(known);
  useEffect(() => {
    // Pictures are decoration: without them the gallery is whole.
    // All come at once, and are drawn in short turns.
    if (pictures === null)
      void fetchPictures().then(
        (found) => startTransition(() => setPictures(found)),
        () => undefined,
      );
  }, [pictures]);
  const drawing = pictures?.[props.of][props.id];
  return (
    <span className="picture" aria-hidden="true">
      {drawing !== undefined && <DrawingView drawing={drawing} />}
    </span>
  );
};
