import { bool, keptList, lazyRecord, list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import type {
  Frame,
  LinkView,
  Liveness,
  MessageShape,
  MessageView,
  LinkNature,
  ProcessView,
  ViolationView,
} from './frame.ts';

type Lazy =
  | 'processes'
  | 'messages'
  | 'links'
  | 'partition'
  | 'invariants'
  | 'violations'
  | 'detail';

/** The codec of a frame whose protocol's own part is packed by `detail`. */
export const frameCodec = <D>(detail: Codec<D>): Codec<Frame<D>> =>
  lazyRecord<Omit<Frame<D>, Lazy>, Pick<Frame<D>, Lazy>>(
    {
      branch: num,
      position: num,
      length: num,
      time: num,
      nextTime: nullable(num),
      nextInteresting: nullable(num),
      structure: num,
    },
    {
      processes: keptList(
        record<ProcessView>({
          pid: num,
          name: str(),
          liveness: str<Liveness>(),
          dark: bool,
          diskless: bool,
          state: str(),
          machineState: str(),
        }),
      ),
      messages: keptList(
        record<MessageView>({
          id: num,
          from: num,
          to: num,
          kind: str(),
          shape: str<MessageShape>(),
          claim: nullable(num),
          label: str(),
          short: str(),
          sentAt: num,
          leftAt: num,
          arrivesAt: num,
          status: str<MessageView['status']>(),
          nature: str<LinkNature>(),
          routine: bool,
          piled: num,
        }),
      ),
      links: keptList(
        record<LinkView>({
          from: num,
          to: num,
          cut: bool,
          latency: nullable(record<{ min: number; max: number }>({ min: num, max: num })),
          loss: num,
          duplication: num,
        }),
      ),
      partition: list(list(num)),
      invariants: list(str()),
      violations: list(record<ViolationView>({ invariant: str(), step: num, text: str() })),
      detail,
    },
  );
