import { parted } from '../fixtures.ts';
import type { Drawing } from '../shape.ts';
import { ballot, crowdOfNine, duel, flights, group, separate } from './fixtures.ts';
import type { PaxosFrame } from './fixtures.ts';
import { besideLegends } from './legends.ts';
import { paxosLayout } from './layout.ts';
import { paxosPicture } from './picture.ts';
import { paxosStage } from './stage.ts';
import type { PaxosStageOptions } from './stage.ts';
import { everybody, talkOf } from './who.ts';
import { inEnglish } from '../words.ts';
import { paxosWords } from './words.ts';

const words = inEnglish(paxosWords);

const stage = (
  frame: PaxosFrame,
  width: number,
  height: number,
  options: Partial<PaxosStageOptions> = {},
): Drawing => {
  const layout = besideLegends(
    frame,
    paxosLayout(everybody(frame.detail), talkOf(frame.detail), { width, height }),
    words.say,
  );
  const shapes = paxosStage(frame, layout, frame.time, { words, ...options });
  return { shapes, width, height };
};

const held = (): PaxosFrame => ({
  ...duel(),
  messages: flights(`
    1>2 prepare "7" 1 held
    1>3 prepare "7" 1 held
    1>4 prepare "7" 1 held
    1>5 prepare "7" 1 held
    1>1 prepare "7" 1 held
    5>4 accept "6: 20%" 2 held
    5>3 accept "6: 20%" 2 lost 40%`),
});

/** The drawings of the Paxos lab, for the developers' gallery and the tests. */
export const paxosDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  { name: 'paxos: the duel', draw: () => stage(duel(), 976, 402, { selected: 3 }) },
  { name: 'paxos: the duel, wide', draw: () => stage(duel(), 1180, 402, { changed: { pid: 3 } }) },
  { name: 'paxos: the duel on a phone', draw: () => stage(duel(), 390, 340, { selected: 3 }) },
  { name: 'paxos: held messages', draw: () => stage(held(), 976, 402) },
  { name: 'paxos: held messages on a phone', draw: () => stage(held(), 390, 340) },
  {
    name: 'paxos: chosen by a quorum that does not stand together',
    draw: () =>
      stage(
        group(
          'A1 pa wants 10% does 1:10% 1/1:10% | A2 a | A3 a 1/1:10% | A4 a 2/- | A5 pa wants 20% does 2 2/1:10%',
          {
            detail: {
              ballots: [ballot(1, '10%', [1, 3, 5], [1, 3, 5], true), ballot(2, null, [4, 5], [])],
              chosen: [{ ballot: 1, value: '10%' }],
            },
          },
        ),
        976,
        402,
      ),
  },
  {
    name: 'paxos: every state of a card',
    draw: () =>
      stage(
        group(
          'A1 pal wants 10% does 5:10% 5/5:10% knows 10% | A2 a CRASHED 5/5:10% | A3 a PAUSED 6/- | A4 a 6/- disk 4/3:20% | A5 pa OFF',
        ),
        976,
        402,
        { changed: { pid: 4 }, reducedMotion: true, selected: 1 },
      ),
  },
  {
    name: 'paxos: partition',
    draw: () =>
      stage(
        {
          ...duel(),
          messages: [],
          ...parted([
            [1, 2],
            [3, 4, 5],
          ]),
        },
        976,
        402,
      ),
  },
  {
    name: 'paxos: groups that do not stand together',
    draw: () =>
      stage(
        {
          ...duel(),
          messages: [],
          ...parted([
            [1, 3],
            [2, 4, 5],
          ]),
        },
        976,
        402,
      ),
  },
  {
    name: 'paxos: question veiled',
    draw: () =>
      stage(duel(), 976, 402, {
        veil: [
          { pid: 3, field: 'promised' },
          { pid: 4, field: 'accepted' },
          { pid: 5, field: 'proposes' },
        ],
        framed: 3,
      }),
  },
  { name: 'paxos: separate roles', draw: () => stage(separate(), 976, 402) },
  { name: 'paxos: separate roles, seven acceptors', draw: () => stage(separate(7), 976, 402) },
  { name: 'paxos: separate roles on a phone', draw: () => stage(separate(5), 390, 340) },
  { name: 'paxos: nine acceptors, four proposers', draw: () => stage(crowdOfNine(), 976, 402) },
  { name: 'paxos: nine acceptors on a phone', draw: () => stage(crowdOfNine(), 390, 340) },
  {
    name: 'paxos: long values',
    draw: () =>
      stage(
        group(
          'A1 pa wants 一个很长的提案值，放不进格子里 does 13:一个很长的提案值，放不进格子里 13/13:一个很长的提案值，放不进格子里 | A2 a | A3 a 13/11:another-rather-long-value',
        ),
        976,
        402,
      ),
  },
  { name: 'paxos: one acceptor', draw: () => stage(group('A1 pal wants X does 1 1/-'), 620, 402) },
  { name: 'card: duel', draw: () => paxosPicture(duel()) },
  { name: 'card: separate roles', draw: () => paxosPicture(separate()) },
];
