import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { Micros } from '../../view/time.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { group, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { cardShapes } from './cards.ts';
import type { CardOptions } from './card-lines.ts';
import type { PaxosLayout } from './plan.ts';
import { ringShapes } from './rings.ts';
import { slotsOf } from './slots.ts';
import { everybody } from './who.ts';
import type { PaxosSaying } from './words.ts';

export interface PaxosStageOptions extends CardOptions, MessageOptions, LinkOptions {
  readonly words: PaxosSaying;
}

/** The whole stage in drawing order. */
export const paxosStage = (
  frame: Frame<PaxosDetail>,
  layout: PaxosLayout,
  now: Micros,
  options: PaxosStageOptions,
): readonly Shape[] => {
  const { rings, labels } = ringShapes(frame, layout, options.words.say);
  const still = [
    group(headShapes(frame.detail, layout, options.words), { key: 'heads' }),
    group(cardShapes(frame, layout, options), { key: 'processes' }),
    group(rings, { key: 'rings', className: 'quorums' }),
    group(labels, { key: 'labels' }),
  ];
  const messages = messageShapes(frame, layout, now, options, still);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    ...still,
    group(messages.slips, { key: 'slips' }),
  ];
};

/** What the chips of flat cards are, once above them; the columns by their roles. */
function headShapes(
  detail: PaxosDetail,
  layout: PaxosLayout,
  { say }: PaxosSaying,
): readonly Shape[] {
  if (!layout.down) return [];
  const all = everybody(detail);
  if (layout.columns) {
    const roles = [
      ['proposer', say('proposers')],
      ['acceptor', say('acceptors')],
      ['learner', say('learners')],
    ] as const;
    return roles.flatMap(([role, word]) => {
      const boxes = all
        .filter((one) => one[role])
        .flatMap((one) => layout.cards.get(one.pid)?.box ?? []);
      const [first] = boxes;
      if (first === undefined) return [];
      const y = Math.min(...boxes.map((box) => box.y)) - 18;
      return [
        text(first.x + first.width / 2, y, word, {
          key: role,
          anchor: 'middle',
          className: 'xs i2',
        }),
      ];
    });
  }
  const top = Math.min(...[...layout.cards.values()].map(({ box }) => box.y));
  const [first] = all.flatMap((one) => layout.cards.get(one.pid)?.box ?? []);
  if (first === undefined || !all.some((one) => one.acceptor)) return [];
  return slotsOf(all, first.width).map(({ key, right }) =>
    text(round(first.x + right - 2), round(top - 15), say(key), {
      key,
      anchor: 'end',
      className: 'xs i2',
    }),
  );
}
