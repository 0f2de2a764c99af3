import { presetPictures } from '../pictures.ts';

/** What the lab offers to begin with, in small. */
export const pictures = await presetPictures('cap');
