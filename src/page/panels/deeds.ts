import type { Layout } from '../../stage/layout.ts';
import type { Frame, MessageView, ProcessView } from '../../view/frame.ts';
import type { Intervention, Link } from '../../view/intervention.ts';

/** Something that can be done to the selected thing, where it stands. */
export interface Deed {
  /** Its word stands under `lab.inPlace`. */
  readonly word:
    | 'start'
    | 'kill'
    | 'powerOff'
    | 'pause'
    | 'resume'
    | 'wipe'
    | 'cutLinks'
    | 'mendLinks'
    | 'pullBack'
    | 'release'
    | 'deliver'
    | 'drop'
    | 'duplicate';
  readonly what: Intervention;
  /** Why it cannot be done now; its word stands there too. */
  readonly not?: 'noLinks' | 'allCut' | 'noneCut' | 'reliable';
}

export type LivenessWord = 'start' | 'kill' | 'powerOff' | 'pause' | 'resume' | 'wipe';

const isCut = ({ links }: Pick<Frame, 'links'>, { a, b }: Link): boolean =>
  links.some(({ from, to, cut }) => cut && ((from === a && to === b) || (from === b && to === a)));

const isWhole = ({ links }: Pick<Frame, 'links'>, { a, b }: Link): boolean =>
  !(['ab', 'ba'] as const).every((way) =>
    links.some(
      ({ from, to, cut }) =>
        cut && (way === 'ab' ? from === a && to === b : from === b && to === a),
    ),
  );

/** Starting, killing, pausing: what a process's present state allows; its inspector offers the same. */
export const livenessDeeds = ({
  pid,
  liveness,
  diskless,
}: Pick<ProcessView, 'pid' | 'liveness' | 'diskless'>): readonly (Deed & {
  readonly word: LivenessWord;
})[] => {
  if (liveness === 'crashed' || liveness === 'off') {
    return [
      { word: 'start', what: { kind: 'start', pids: [pid] } },
      ...(diskless ? [] : [{ word: 'wipe', what: { kind: 'wipe', pid } } as const]),
    ];
  }
  return [
    { word: 'kill', what: { kind: 'kill', pid } },
    { word: 'powerOff', what: { kind: 'power-off', pid } },
    liveness === 'up'
      ? { word: 'pause', what: { kind: 'pause', pid } }
      : { word: 'resume', what: { kind: 'resume', pid } },
  ];
};

/** What can be done to a process in its present state, and to the links that the stage draws of it. */
export const processDeeds = (
  process: Pick<ProcessView, 'pid' | 'liveness' | 'diskless'>,
  frame: Pick<Frame, 'processes' | 'links'>,
  layout: Pick<Layout, 'wires'>,
): readonly Deed[] => {
  const { pid } = process;
  const links = frame.processes
    .filter((other) => other.pid !== pid && layout.wires(pid, other.pid).length > 0)
    .map((other): Link => ({ a: pid, b: other.pid }));
  const whole = links.filter((link) => isWhole(frame, link));
  const cut = links.filter((link) => isCut(frame, link));
  const deeds: Deed[] = [...livenessDeeds(process)];
  deeds.push({
    word: 'cutLinks',
    what: { kind: 'cut-links', links: whole },
    ...(links.length === 0
      ? { not: 'noLinks' as const }
      : whole.length === 0
        ? { not: 'allCut' as const }
        : {}),
  });
  deeds.push({
    word: 'mendLinks',
    what: { kind: 'mend-links', links: cut },
    ...(cut.length === 0 ? { not: 'noneCut' as const } : {}),
  });
  return deeds;
};

/** What can be done to a message under way, as its link allows. */
export const messageDeeds = ({
  id,
  status,
  nature,
}: Pick<MessageView, 'id' | 'status' | 'nature'>): readonly Deed[] => {
  // Inside a connection or a channel nothing is lost or repeated.
  const not = nature === 'datagram' ? {} : { not: 'reliable' as const };
  return [
    status === 'held'
      ? { word: 'release', what: { kind: 'release', message: id } }
      : { word: 'pullBack', what: { kind: 'hold', message: id } },
    { word: 'deliver', what: { kind: 'deliver', message: id } },
    { word: 'drop', what: { kind: 'drop', message: id }, ...not },
    { word: 'duplicate', what: { kind: 'duplicate', message: id }, ...not },
  ];
};
