import type { Drawing } from '../../../stage/shape.ts';
import { download } from '../../share/download.ts';
import { problem } from '../../share/problem.ts';
import { useSim } from '../../sim/store.ts';

/** What the figures of locks are called as files. */
export const LOCKS = 'zooscope-locks';

/** A figure as a file of its own. */
export const saveDrawing = async (drawing: Drawing, name: string): Promise<void> => {
  try {
    const { svgFile } = await import('../../share/picture.ts');
    download(`${name}.svg`, new Blob([svgFile(drawing)], { type: 'image/svg+xml' }));
  } catch (error) {
    useSim.setState({ problem: problem('export-failed', { detail: String(error) }) });
  }
};
