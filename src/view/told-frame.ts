import { list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import { frameCodec } from './frame-codec.ts';
import type { Frame } from './frame.ts';
import type { VeiledField } from './prediction.ts';
import type { Pid } from './time.ts';

/** Of a server, as it was told; `epoch` and `zxid` are its vote's. `quorum`: how many votes decide. */
type ToldField = 'quorum' | 'currentEpoch' | 'lastZxid' | 'leader' | 'phase';

/** A field that no log has told. */
export interface UnknownField {
  /** Of one process; null for all. */
  readonly pid: Pid | null;
  readonly field: VeiledField['field'] | ToldField;
}

/** A frame of what was told and not simulated: some of it is not known, and is drawn as `?`. */
export interface ToldFrame<D = unknown> extends Frame<D> {
  readonly unknown: readonly UnknownField[];
}

/** Whether a frame was told by somebody else than the simulation. */
export const isTold = (frame: Frame): frame is ToldFrame => 'unknown' in frame;

const unknown = list(
  record<UnknownField>({ pid: nullable(num), field: str<UnknownField['field']>() }),
);

/** The codec of a told frame whose protocol's own part is packed by `detail`. */
export const toldFrameCodec = <D>(detail: Codec<D>): Codec<ToldFrame<D>> => {
  const frame = frameCodec(detail);
  return {
    write: (out, value) => {
      frame.write(out, value);
      unknown.write(out, value.unknown);
    },
    // The frame's own parts are read later, when they are looked at.
    read: (from) => Object.assign(frame.read(from), { unknown: unknown.read(from) }),
  };
};
