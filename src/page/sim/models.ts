import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import { frameCodec } from '../../view/frame-codec.ts';
import type { Model } from '../../view/protocols.ts';

export type { Model };

/** How the own part of each protocol's frames is packed, by the names of the files. */
const files = import.meta.glob<Codec<unknown>>('../../view/packed/*.ts', {
  eager: true,
  import: 'packed',
});

/** How the frames of a model are packed. */
export function codecOf(model: Model): Codec<Frame> {
  const packed = files[`../../view/packed/${model}.ts`];
  if (packed === undefined) throw new TypeError(`nothing says how frames of ${model} are packed`);
  return frameCodec(packed);
}
