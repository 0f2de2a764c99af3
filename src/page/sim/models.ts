import { electionDetail, frameCodec } from '../../view/frame-codec.ts';
import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import type { ScenarioFile } from '../../view/scenario.ts';

export type Model = ScenarioFile['model'];

/** How the frames of each model are packed. */
export const codecs: Readonly<Record<Model, Codec<Frame>>> = {
  election: frameCodec(electionDetail) as Codec<Frame>,
};
