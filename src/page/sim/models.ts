import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import { frameCodec } from '../../view/frame-codec.ts';
import type { Model } from '../../view/protocols.ts';
import { toldFrameCodec } from '../../view/told-frame.ts';

export type { Model };

/** What a lab shows: runs of a protocol, or what was recorded elsewhere. */
export type Shown = Model | Recorded;
/** By what it was recorded. */
export type Recorded = 'logs';

/** Whose part of a frame tells what was recorded. */
const recorded: Readonly<Record<Recorded, Model>> = { logs: 'election' };

/** Whether it has happened already: nothing can be done to it. */
export const isRecorded = (shown: string): shown is Recorded => Object.hasOwn(recorded, shown);

/** How the own part of each protocol's frames is packed, by the names of the files. */
const files = import.meta.glob<Codec<unknown>>('../../view/packed/*.ts', {
  eager: true,
  import: 'packed',
});

/** How the frames of what is shown are packed. */
export function codecOf(shown: Shown): Codec<Frame> {
  const model = isRecorded(shown) ? recorded[shown] : shown;
  const packed = files[`../../view/packed/${model}.ts`];
  if (packed === undefined) throw new TypeError(`nothing says how frames of ${model} are packed`);
  return isRecorded(shown) ? (toldFrameCodec(packed) as Codec<Frame>) : frameCodec(packed);
}
