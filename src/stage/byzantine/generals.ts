/** Generals on the stage: shields, what is known of each, and what it has decided. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import type { Frame, ProcessView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import { at, group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { stateWord } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import type { GeneralsLayout } from './layout.ts';
import { shield, valueChip } from './shield.ts';
import { valueColour } from './who.ts';
import type { ByzantineSaying } from './words.ts';

export interface GeneralsOptions {
  readonly words: ByzantineSaying;
  readonly selected?: Pid | null;
  readonly changed?: Pid | null;
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
  /** Only what this one can know is shown; null: all. */
  readonly seenBy?: Pid | null;
}

/** Who a general is for whoever looks: loyal, a traitor, or nobody can know. */
type Loyalty = 'loyal' | 'traitor' | 'unknown';

const loyaltyOf = ({ pid, loyal }: GeneralView, options: GeneralsOptions): Loyalty => {
  const { seenBy = null, veil } = options;
  if (veiled(veil, pid, 'loyalty') || (seenBy !== null && seenBy !== pid)) return 'unknown';
  return loyal ? 'loyal' : 'traitor';
};

/** Whether what it has decided stays hidden. */
const hidesDecision = ({ pid }: GeneralView, { seenBy = null, veil }: GeneralsOptions): boolean =>
  veiled(veil, pid, 'decision') || (seenBy !== null && seenBy !== pid);

/** Shields below, words above: both keep off messages. */
export const generalShapes = (
  frame: Frame<ByzantineDetail>,
  layout: GeneralsLayout,
  options: GeneralsOptions,
): { readonly shields: readonly Shape[]; readonly words: readonly Shape[] } => {
  const shields: Shape[] = [];
  const words: Shape[] = [];
  for (const general of frame.detail.generals) {
    const seat = layout.seats.get(general.pid);
    const process = frame.processes.find(({ pid }) => pid === general.pid);
    if (seat === undefined || process === undefined) continue;
    shields.push(shieldShape(frame.detail, general, process, layout, options));
    words.push(...wordShapes(frame.detail, general, process, layout, options));
  }
  return { shields, words };
};

function shieldShape(
  detail: ByzantineDetail,
  general: GeneralView,
  process: ProcessView,
  layout: GeneralsLayout,
  options: GeneralsOptions,
): Shape {
  const { pid, name, decided } = general;
  const { scale } = layout;
  const loyalty = loyaltyOf(general, options);
  const commands = pid === detail.commander && detail.two === null;
  const selected = options.selected === pid;
  // Who has not been started is not dead: it stands there, and waits.
  const down = process.liveness === 'crashed';
  const changed = options.changed === pid;
  const children: Shape[] = [
    ...shield({
      name,
      broken: loyalty === 'traitor',
      commander: commands,
      grey: down,
      selected,
      glow: changed ? (options.reducedMotion === true ? 'outline' : 'glow') : 'none',
      scale,
    }),
  ];
  if (down || process.liveness === 'paused') children.push(downMark(process, scale));
  // What a commander orders stands beside it, as a word.
  if (decided !== null && !commands && !down) {
    const hidden = hidesDecision(general, options);
    const place = { x: round(27 * scale), y: round(33 * scale) };
    children.push(
      hidden
        ? text(place.x, place.y + 5, HIDDEN, { key: 'decided', className: 'm b halo' })
        : {
            ...valueChip(place.x, place.y, decided, valueColour(detail, decided), {
              width: Math.max(24, round(textWidth(decided, 13) + 10)),
            }),
            key: 'decided',
          },
    );
  }
  const seat = layout.seats.get(pid);
  return group(children, {
    key: `process-${pid}`,
    className: `general ${loyalty} ${process.liveness}`,
    role: 'button',
    label: nameOf(detail, general, process, options),
    action: { select: pid },
    selected,
    transform: at(seat?.x ?? 0, seat?.y ?? 0),
  });
}

/** Crossed, it is dead; with two bars, it is paused. */
const downMark = ({ liveness }: ProcessView, scale: number): Shape =>
  path(
    liveness === 'paused'
      ? 'M-6 -28v12m12 0v-12'
      : 'M-26 -24L-15 -12M26 -24L15 -12M-22 26L-13 16M22 26L13 16',
    {
      key: 'down',
      transform: `scale(${scale})`,
      style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: liveness === 'paused' ? 4 : 2 },
    },
  );

/** `Commander C, loyal, orders A`; `L3, traitor`. */
function nameOf(
  detail: ByzantineDetail,
  general: GeneralView,
  process: ProcessView,
  options: GeneralsOptions,
): string {
  const { say } = options.words;
  const { name, decided, pid } = general;
  const said = { loyal: 'loyalName', traitor: 'traitorName', unknown: 'unknownName' } as const;
  const loyalty = say(said[loyaltyOf(general, options)]);
  const state = process.liveness === 'up' ? [] : [stateWord(process, options.words)];
  const hidden = hidesDecision(general, options);
  if (pid === detail.commander && detail.two === null) {
    const order = hidden ? HIDDEN : detail.order;
    return [say('commanderName', { name, loyalty, order }), ...state].join(', ');
  }
  const obeys =
    decided === null
      ? say('undecidedName')
      : say('decidedName', { order: hidden ? HIDDEN : decided });
  return [say('generalName', { name, loyalty, decided: obeys }), ...state].join(', ');
}

function wordShapes(
  detail: ByzantineDetail,
  general: GeneralView,
  process: ProcessView,
  layout: GeneralsLayout,
  options: GeneralsOptions,
): readonly Shape[] {
  const { pid } = general;
  const place = layout.words.get(pid);
  if (place === undefined) return [];
  const { say } = options.words;
  const { x, y, anchor } = place;
  const loyalty = loyaltyOf(general, options);
  const commands = pid === detail.commander && detail.two === null;
  const up = process.liveness === 'up' || process.liveness === 'off';
  const key = `words-${pid}`;
  const word = (content: string, className: string, dy = 0): Shape =>
    text(round(x), round(y + dy), content, { anchor, className });
  if (!up) {
    const state = stateWord(process, options.words);
    return [group([word(state, 'word w-crashed halo')], { key, role: 'presentation' })];
  }
  if (commands) {
    const order = hidesDecision(general, options) ? HIDDEN : detail.order;
    const what =
      loyalty === 'loyal'
        ? say('loyalOrders', { order })
        : loyalty === 'traitor'
          ? say('traitorOrders', { order })
          : say('unknown');
    return [
      group(
        [
          word(say('commander'), `word ${loyalty === 'traitor' ? 'w-violation' : ''}`.trim()),
          ...(layout.terse && layout.width < 480 ? [] : [word(what, 's i2', 19)]),
        ],
        { key, role: 'presentation' },
      ),
    ];
  }
  // In a crowd the shield says who is loyal.
  if (loyalty === 'loyal' && layout.terse) return [];
  const said = { loyal: 'loyal', traitor: 'traitor', unknown: 'unknown' } as const;
  const className = loyalty === 'traitor' ? 'word w-violation halo' : 'word halo';
  return [
    group([word(say(detail.two === null ? said[loyalty] : 'general'), className)], {
      key,
      role: 'presentation',
    }),
  ];
}
