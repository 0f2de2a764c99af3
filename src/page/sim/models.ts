import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import { detailCodecs } from '../../view/detail-codecs.ts';
import { frameCodec } from '../../view/frame-codec.ts';
import type { ScenarioFile } from '../../view/scenario.ts';

export type Model = ScenarioFile['model'];

/** How the frames of a model are packed. */
export const codecOf = (model: Model): Codec<Frame> => frameCodec(detailCodecs[model]);
