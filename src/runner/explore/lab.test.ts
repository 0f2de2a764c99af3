import { describe, expect, it } from 'vitest';
import { byHand, Play } from '../../protocols/paxos/testing/play.ts';
import type { Mutant } from '../../protocols/paxos/mutants.ts';
import { breakOf } from './breaks.ts';
import { namesOf, processes } from './configuration.ts';
import { Explorer } from './explorer.ts';
import type { AcceptorTarget } from '../../view/reach.ts';
import { judgeBy } from './invariants.ts';
import { MessageSet } from './message-set.ts';
import { deedsOf, pathTo } from './path.ts';
import type { Deed, Path } from './path.ts';
import { reach } from './testing/asked.ts';

/** Plays a path in the lab itself, message by message. */
function played(path: Path, acceptors: number, proposers: readonly string[], broken: string[]) {
  const play = new Play(byHand(acceptors, proposers, { broken }));
  for (const deed of deedsOf(path)) carryOut(play, deed);
  return play;
}

function carryOut(play: Play, deed: Deed): void {
  const pid = (name: string): number => play.pid(name);
  if (deed.kind === 'start-ballot') {
    const at = pid(deed.process);
    const ballot = (): number => play.s(at).proposer?.ballot ?? 0;
    for (let more = 9; more > 0 && ballot() < deed.ballot; more--) {
      play.do({ kind: 'input', pid: at, name: 'PROPOSE', data: {} });
    }
    if (ballot() !== deed.ballot) throw new Error(`${deed.process} is at ballot ${ballot()}`);
  } else if (deed.kind !== 'deliver') {
    const at = pid(deed.process);
    play.do({ kind: 'kill', pid: at });
    if (deed.kind === 'wipe') play.do({ kind: 'wipe', pid: at });
    play.do({ kind: 'start', pids: [at] });
  } else {
    const { from, to, message, ballot } = deed;
    const [flight] = play.held(pid(from), pid(to), message.toUpperCase(), ballot);
    if (flight !== undefined) play.deliver(flight.id);
    else throw new Error(`no ${message}(${ballot}) from ${from} to ${to}`);
  }
}

describe('the lab plays what the search found', () => {
  it.each([
    ['keep-own-value', ['P1 X', 'P2 Y']],
    ['share-ballots', ['P1 X', 'P2 Y']],
    ['accept-below-promise', ['P1 X', 'P2 Y']],
    ['adopt-lowest', ['P1 X', 'P2 Y', 'P3 Z']],
    ['forget-disk', ['P1 X', 'P2 Y']],
    ['accept-without-promise', ['P1 X', 'P2 Y', 'P3 Z']],
    ['half-is-quorum', ['P1 X', 'P2 Y']],
  ] as const)('%s: two values are chosen', (mutant: Mutant, proposers) => {
    const { flaws, servers } = breakOf(mutant);
    const who = proposers.map((text) => ({ name: text.slice(0, 2), values: [text.slice(3)] }));
    const world = processes(namesOf('A', servers), who, who.length, { flaws });
    const model = new MessageSet(world, judgeBy(['I-Agreement']));
    const explorer = new Explorer(model);
    explorer.run();
    const { path } = pathTo(model, explorer, explorer.found?.state ?? -1);
    const play = played(path, servers, proposers, [mutant]);
    expect(new Set(play.chosen.map((text) => text.split('@')[0])).size).toBe(2);
  });

  it.each([
    [
      ['P1 X', 'P2 Y'],
      ['2/-', '1/-', '1/1:X'],
    ],
    [
      ['P1 X', 'P2 Y'],
      ['3/3:X', '4/-', '4/2:X', '0/-', '1/1:X'],
    ],
    [
      ['A1 10%', 'A5 20%'],
      ['3/1:10%', '3/1:10%', '4/-', '4/2:20%', '4/2:20%'],
    ],
    [
      ['A1 10%', 'A5 20%'],
      ['2/-', '1/-', '0/-', '2/2:20%', '2/2:20%'],
    ],
    [
      ['A1 10%', 'A5 20%'],
      ['3/2:20%', '3/1:10%', '2/2:20%', '0/-', '4/2:20%'],
    ],
  ])('%j: %j', (proposers, texts) => {
    const target = (text: string): AcceptorTarget => {
      const [promised, ballot = '-', value = ''] = text.split(/[/:]/);
      const accepted = ballot === '-' ? 'none' : { ballot: Number(ballot), value };
      return { promised: Number(promised), accepted };
    };
    const answer = reach({
      acceptors: texts.map((text, index) => ({ name: `A${index + 1}`, target: target(text) })),
      proposers: proposers.map((text) => ({ name: text.slice(0, 2), values: [text.slice(3)] })),
      bounds: { ballots: 4, wipes: 0, states: 1e6 },
    });
    const path = answer.reached ? answer.path : [];
    const play = played(path, texts.length, proposers, []);
    expect(texts.map((_, index) => play.acceptor(index + 1))).toEqual(texts);
  });
});
