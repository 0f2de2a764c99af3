import type { Latency } from '../../../view/intervention.ts';
import type { ScenarioFile, ScenarioParts } from '../../../view/scenario.ts';
import { typedMs } from './typed.ts';

/** What a run has that a form does not show, or shows only in part: it stays unless it is changed. */
export type Kept = Pick<ScenarioParts, 'latency' | 'links' | 'diskLatency' | 'pace' | 'breaks'>;

export const keptOf = (scenario: ScenarioFile): Kept => {
  const { latency, links, diskLatency, pace, breaks } = scenario;
  return {
    ...(latency !== undefined && { latency }),
    ...(links !== undefined && { links }),
    ...(diskLatency !== undefined && { diskLatency }),
    ...(pace !== undefined && { pace }),
    ...(breaks !== undefined && { breaks }),
  };
};

/** The same without the links of those who are no longer there. */
export const keptAmong = (kept: Kept, pids: ReadonlySet<number>): Kept => {
  const { links, ...others } = kept;
  const left = links?.filter(({ from, to }) => pids.has(from) && pids.has(to)) ?? [];
  return left.length === 0 ? others : { ...others, links: left };
};

const ms = (us: number): string => String(us / 1000);

/** The least and the most of a latency, in ms as typed; empty where nothing is said. */
export const spanOf = (
  latency: Latency | undefined,
): { readonly least: string; readonly most: string } => {
  switch (latency?.kind) {
    case undefined:
      return { least: '', most: '' };
    case 'fixed':
      return { least: ms(latency.us), most: ms(latency.us) };
    case 'uniform':
      return { least: ms(latency.min), most: ms(latency.max) };
    case 'normal':
      return { least: ms(latency.min), most: ms(2 * latency.mean - latency.min) };
    case 'listed':
      return { least: ms(Math.min(...latency.us)), most: ms(Math.max(...latency.us)) };
  }
};

/** One number for a latency: the middle of its span. */
export const middleOf = (latency: Latency | undefined): string => {
  const { least, most } = spanOf(latency);
  return least === '' ? '' : String((Number(least) + Number(most)) / 2);
};

/** A number as typed; `otherwise` where nothing is said. */
export const textOf = (value: number | null | undefined, otherwise: string): string =>
  value === undefined || value === null ? otherwise : String(value);

interface Times {
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly kept: Kept;
}

/** How long things take, and the pace that suits it; as it was where nobody has typed anything else. */
export const timesOf = (
  { leastMs, mostMs, diskMs, kept }: Times,
  report: (field: string, code: string) => void,
): Pick<Kept, 'latency' | 'diskLatency' | 'pace'> => {
  const micros = (field: string, typed: string): number => {
    const time = typedMs(typed);
    if (time === null) report(field, 'start-number');
    return Math.round((time ?? 0) * 1000);
  };
  const { latency, diskLatency, pace } = kept;
  const was = spanOf(latency);
  const links = (): Pick<Kept, 'latency' | 'pace'> => {
    const min = micros('leastMs', leastMs);
    const max = micros('mostMs', mostMs);
    if (min > max) report('mostMs', 'most-least');
    return {
      latency: min === max ? { kind: 'fixed', us: min } : { kind: 'uniform', min, max },
      pace: Math.max(1, Math.round((min + max) / 2)),
    };
  };
  const sameLinks = latency !== undefined && was.least === leastMs && was.most === mostMs;
  const sameDisk = diskLatency !== undefined && middleOf(diskLatency) === diskMs;
  // Where a run said nothing and nobody types anything, it goes on saying nothing.
  const said = { ...(latency !== undefined && { latency }), ...(pace !== undefined && { pace }) };
  return {
    ...(sameLinks || (leastMs === '' && mostMs === '' && latency === undefined) ? said : links()),
    ...(sameDisk || (diskMs === '' && diskLatency === undefined)
      ? diskLatency !== undefined && { diskLatency }
      : { diskLatency: { kind: 'fixed', us: micros('diskMs', diskMs) } }),
  };
};

/** Where in a scenario the fields of {@link timesOf} stand. */
export const TIME_FIELDS = [
  ['latency.us', 'leastMs'],
  ['latency.min', 'leastMs'],
  ['latency.max', 'mostMs'],
  ['diskLatency.us', 'diskMs'],
] as const;
