import { useEffect, useState } from 'react';
import type { Drawing } from '../../stage/shape.ts';
import { DrawingView } from '../draw/drawing-view.tsx';

/** A small drawing made by the simulation; its place is kept free until it is there. */
export const Picture = (props: { kind: 'lesson' | 'lab'; id: string }) => {
  const { kind, id } = props;
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let left = false;
    const load = async (): Promise<void> => {
      const { pictureOf } = await import('./pictures.ts');
      const made = await pictureOf({ kind, id });
      if (!left) setDrawing(made);
    };
    void load();
    return () => {
      left = true;
    };
  }, [kind, id]);
  return (
    <span className="picture" aria-hidden="true">
      {drawing !== null && <DrawingView drawing={drawing} />}
    </span>
  );
};
