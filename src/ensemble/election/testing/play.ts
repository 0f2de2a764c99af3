/**
 * Support for tests: an ensemble written as a picture, played step by step, and printed back.
 *
 *   const play = new Play(`
 *     S1 epoch 1 zxid 1·8 round 1
 *     S2 epoch 1 zxid 1·7 round 1
 *     S3 off
 *   `);
 *   play.until(220);
 *   expect(play.server(2)).toBe('LEADING round 2 votes 8 S2');
 *
 * A line: a server, `epoch n`, `accepted n`, `zxid z`, `log a-b …` (to the end of the line),
 * `round n`, `observer`, and when it starts: at 0, `at ms`, or `off`.
 */
import { Recorder } from '../../../kernel/recorder.ts';
import { World } from '../../../kernel/world.ts';
import type { Fact } from '../../../view/fact.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { ElectionServerSetup, ElectionSetup } from '../../../view/election-setup.ts';
import { zxidText } from '../../../view/zxid.ts';
import type { Server as Peer } from '../../../protocols/election/server.ts';
import type { Disk } from '../../../zookeeper/server/disk.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import type { Ghost } from '../ghost.ts';
import { electionModel, startsOf } from '../model.ts';
import type { ElectionModel, ElectionOptions } from '../model.ts';
import { electionDetail } from '../project.ts';

type Edited<T> = { -readonly [K in keyof T]: T[K] };

/** Reads one line of a picture. */
export function readServer(line: string): ElectionServerSetup {
  const [name = '', ...words] = line.trim().split(/\s+/u);
  const server: Edited<ElectionServerSetup> = { sid: Number(name.slice(1)), startMs: 0 };
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1] ?? '';
    switch (words[i]) {
      case 'epoch':
        server.currentEpoch = Number(value);
        i++;
        break;
      case 'accepted':
        server.acceptedEpoch = Number(value);
        i++;
        break;
      case 'zxid':
        server.zxid = value;
        i++;
        break;
      case 'round':
        server.round = Number(value);
        i++;
        break;
      case 'at':
        server.startMs = Number(value);
        i++;
        break;
      case 'log':
        server.log = words.slice(i + 1).join(' ');
        return server;
      case 'observer':
        server.observer = true;
        break;
      case 'off':
        server.startMs = null;
        break;
      default:
        throw new RangeError(`what is '${words[i]}' in '${line}'?`);
    }
  }
  return server;
}

export const readServers = (picture: string): ElectionServerSetup[] =>
  picture
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readServer);

export class Play {
  readonly model: ElectionModel;
  readonly world: World<Server, Disk, Ghost>;
  readonly facts: Fact[] = [];
  /** The story in the words of the golden traces. */
  readonly story: string[] = [];
  /** Interventions to come, earliest first. */
  private readonly plan: { at: number; what: Intervention }[] = [];
  private readonly recorder: Recorder | null;
  private clock = 0;

  constructor(
    picture: string,
    setup: Partial<ElectionSetup> = {},
    options: ElectionOptions & { readonly seed?: number; readonly silent?: boolean } = {},
  ) {
    const servers = readServers(picture);
    this.model = electionModel({ profile: 'golden', servers, ...setup }, options);
    this.world = new World(this.model, options.seed ?? 1);
    this.recorder = options.silent === true ? null : new Recorder(this.model);
    this.world.recorder = this.recorder;
    for (const { atMs, pids } of startsOf({ profile: 'golden', servers }))
      this.at(atMs, { kind: 'start', pids });
  }

  /** Does something at a time (ms); at equal times in the order written. */
  at(ms: number, ...what: readonly Intervention[]): this {
    for (const each of what) this.plan.push({ at: ms * 1000, what: each });
    this.plan.sort((a, b) => a.at - b.at);
    return this;
  }

  /** Does something now. */
  do(...what: readonly Intervention[]): this {
    for (const each of what) {
      this.world.intervene(each, this.clock);
      this.tell();
    }
    return this;
  }

  /** Runs up to and including this time (ms). */
  until(ms: number): this {
    const end = ms * 1000;
    for (;;) {
      const next = this.plan[0];
      const limit = next === undefined ? end : Math.min(end, next.at - 1);
      while (this.world.advance(limit)) this.tell();
      if (next === undefined || next.at > end) break;
      this.plan.shift();
      this.world.intervene(next.what, next.at);
      this.tell();
    }
    this.clock = end;
    return this;
  }

  /** Runs until something holds, at most so long (ms). @returns whether it came to hold */
  wait(holds: () => boolean, ms = 60_000): boolean {
    const end = this.clock + ms * 1000;
    while (!holds()) {
      const next = this.plan[0];
      const planned = next !== undefined && next.at <= end;
      if (this.world.advance(planned ? next.at - 1 : end)) {
        this.tell();
        this.clock = Math.max(this.clock, this.world.time);
      } else if (planned) {
        this.until(next.at / 1000);
      } else {
        this.clock = end;
        return holds();
      }
    }
    return true;
  }

  /** Virtual time of the last step. */
  get ms(): number {
    return this.world.time / 1000;
  }

  /** Where the play stands: what is done next happens now. */
  get clockMs(): number {
    return this.clock / 1000;
  }

  get notifications(): number {
    return electionDetail(this.model, this.world).notifications;
  }

  get established(): number | null {
    return electionDetail(this.model, this.world).established?.leader ?? null;
  }

  /** The server's state; @throws when it is down */
  whole(sid: number): Server {
    const { s } = this.world.process(sid);
    if (s === null) throw new RangeError(`S${sid} is down`);
    return s;
  }

  /** What it knows of its election and its role; @throws when it is down, or alone */
  s(sid: number): Peer {
    const { peer } = this.whole(sid);
    if (peer === null) throw new RangeError(`S${sid} stands alone`);
    return peer;
  }

  /** `FOLLOWING S3 round 1 votes 0 S3`, or `down`. The zxid without its epoch, as in the traces. */
  server(sid: number): string {
    const s = this.world.process(sid).s?.peer ?? null;
    if (s === null) return 'down';
    const vote = s.state === 'LOOKING' ? s.election.vote : s.currentVote;
    const leader = s.state === 'LOOKING' ? '' : ` S${s.leading === null ? vote.leader : s.sid}`;
    return `${s.state}${leader} round ${s.round} votes ${vote.zxid.counter} S${vote.leader}`;
  }

  /** `LOOKING`, `FOLLOWING S3`, `down`. */
  state(sid: number): string {
    return this.server(sid)
      .replace(/ round.*/u, '')
      .replace(/^LEADING.*/u, 'LEADING');
  }

  /** `S3: 3 {1,2,3}`: who votes for this server's own candidate in its box. */
  box(sid: number): string {
    const { vote, box } = this.s(sid).election;
    const voters = box.filter((entry) => entry.vote.leader === vote.leader);
    return `S${vote.leader}: ${voters.length} {${voters.map(({ voter }) => voter).join(',')}}`;
  }

  zxid(sid: number): string {
    return zxidText(this.whole(sid).tree.lastZxid);
  }

  /** The facts with this rule. */
  factsOf(rule: string, pid?: number): Fact[] {
    return this.facts.filter(
      (fact) => fact.rule === rule && (pid === undefined || fact.pid === pid),
    );
  }

  private tell(): void {
    const record = this.recorder?.records.pop();
    if (record === undefined) return;
    for (const fact of record.facts) {
      this.facts.push(fact);
      const words = this.words(fact);
      for (const text of words) this.story.push(`${fact.time / 1000} S${fact.pid} ${text}`);
    }
  }

  private words({ rule, data, pid }: Fact): string[] {
    const s =
      pid === null || !this.world.has(pid) ? null : (this.world.process(pid).s?.peer ?? null);
    if (s === null) return [];
    const vote = (epoch: unknown, zxid: unknown, sid: unknown): string =>
      `(${String(epoch)}, ${String(zxid).split('·')[1] ?? ''}, ${String(sid)})`;
    switch (rule) {
      case 'looking':
        return [`LOOKING round ${data['round']}: votes ${vote(data['epoch'], data['zxid'], pid)}`];
      case 'vote-switched':
        return [`switches vote to ${vote(data['heardEpoch'], data['heardZxid'], data['to'])}`];
      case 'round-adopted': {
        const { peerEpoch, zxid, leader } = s.election.vote;
        return [
          `sees higher round ${data['to']}: clears its ballot box`,
          `switches vote to ${vote(peerEpoch, zxidText(zxid), leader)}`,
        ];
      }
      case 'old-round-ignored':
        return [
          `ignores S${data['heardFrom']}'s vote from old round ${data['theirs']} and answers with its own`,
        ];
      case 'finalize-wait-over': {
        const [candidate, count] = this.box(s.sid).split(': ');
        const box = `(box ${candidate}:${count?.replace(' ', '')})`;
        return [`ends election: ${this.state(s.sid)}  ${box}`];
      }
      case 'answered':
        return [`(${data['state']}) tells S${data['to']}: leader is S${data['leader']}`];
      case 'joined-established': {
        const { box, outOfElection } = s.election;
        const answers = (s.election.decided === 'same-round' ? box : outOfElection).filter(
          (entry) => entry.state !== 'LOOKING' && entry.vote.leader === data['leader'],
        );
        const from = answers.map(({ voter }) => `S${voter}`).join(',');
        return [`joins: ${this.state(s.sid)} (evidence from {${from}})`];
      }
      default:
        return [];
    }
  }
}
