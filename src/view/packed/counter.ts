import { bool, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';
import type { CallView, CounterDetail } from '../counter.ts';

/** How the counter's own part of a frame is packed. */
export const packed: Codec<CounterDetail> = record<CounterDetail>({
  server: num,
  deduplicates: bool,
  value: num,
  stored: num,
  log: list(
    record<CounterDetail['log'][number]>({
      client: num,
      op: str<CallView['op']>(),
      amount: num,
      ok: bool,
      value: num,
    }),
  ),
  logHidden: num,
  callers: list(
    record<CounterDetail['callers'][number]>({
      pid: num,
      calls: list(
        record<CallView>({
          op: str<CallView['op']>(),
          amount: num,
          attempts: num,
          outcome: str<CallView['outcome']>(),
          value: nullable(num),
        }),
      ),
      callsHidden: num,
    }),
  ),
});
