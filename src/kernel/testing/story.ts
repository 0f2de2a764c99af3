/**
 * Tests that read as pictures: a script says what a person does when, a story says what the
 * processes saw of it.
 *
 *     0ms  start A B                10ms  A → B  hello
 *     0ms  A sends B hello          12ms  B  CLOSED A reset
 *     5ms  hold hello               14ms  A ✗ B  bye            (a message was lost)
 */
import type { Intervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { Recorder } from '../recorder.ts';
import { World } from '../world.ts';
import { chatters, fixed, letterOf, pidOf } from './chatter.ts';
import type { Chatter, ChatterModel, ChatterOptions, Say } from './chatter.ts';

type ChatterWorld = World<Chatter, readonly string[], number>;

const END: Micros = 1_000_000;

/** The expected story, as it stands indented and aligned in a test. */
export const picture = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/ms +/, 'ms  '))
    .filter((line) => line !== '')
    .join('\n');

const milliseconds = (time: Micros): string => `${time / 1000}ms`;

/** One run of a script, with what was seen. */
export class Story {
  readonly world: ChatterWorld;
  private readonly lines: string[] = [];
  private readonly recorder: Recorder;

  constructor(model: ChatterModel, seed = 1) {
    this.world = new World(model, seed);
    this.recorder = new Recorder(model);
    this.world.recorder = this.recorder;
  }

  /** What the processes saw, a line for each event; starting with an empty disk is no news. */
  get text(): string {
    return this.lines.join('\n');
  }

  /** All steps due by `time`. */
  until(time: Micros): this {
    while (this.world.advance(time)) this.print();
    return this;
  }

  do(what: Intervention, at: Micros): this {
    this.until(at);
    this.world.intervene(what, at);
    this.print();
    return this;
  }

  private print(): void {
    for (const { time, facts } of this.recorder.records.splice(0)) {
      for (const { rule, data } of facts) {
        if (rule !== 'noted' && rule !== 'invariant-violated') continue;
        const text = String(data['text']);
        if (!text.endsWith('starts')) this.lines.push(`${milliseconds(time)}  ${text}`);
      }
      for (const { from, to, message } of this.recorder.lost) {
        const text = `${letterOf(from)} ✗ ${letterOf(to)}  ${(message as Say).text}`;
        this.lines.push(`${milliseconds(time)}  ${text}`);
      }
    }
  }
}

/** Plays a script among chatters to its end. @throws InterventionRefused */
export function play(options: ChatterOptions, script: string): Story {
  const story = new Story(chatters(options));
  for (const line of picture(script).split('\n')) {
    const [at = '', ...words] = line.split(/ +/);
    const time = Math.round(Number.parseFloat(at) * 1000);
    story.until(time);
    story.do(intervention(story.world, words), time);
  }
  return story.until(END);
}

/** What the processes saw of a script. */
export const storyOf = (options: ChatterOptions, script: string): string =>
  play(options, script).text;

/** Reads `cut A → B`, `hold hello`, `A sends B hello`, … */
function intervention(world: ChatterWorld, words: readonly string[]): Intervention {
  const [verb = '', first = '', second = '', third = ''] = words;
  const pid = pidOf(first);
  switch (verb) {
    case 'start':
      return { kind: 'start', pids: words.slice(1).map(pidOf) };
    case 'kill':
    case 'power-off':
    case 'pause':
    case 'resume':
    case 'wipe':
      return { kind: verb, pid };
    case 'cut':
      return second === '→'
        ? { kind: 'cut', from: pid, to: pidOf(third), oneWay: true }
        : { kind: 'cut', from: pid, to: pidOf(second), oneWay: false };
    case 'mend':
    case 'reset':
      return { kind: verb, a: pid, b: pidOf(second) };
    case 'heal':
      return { kind: 'heal' };
    case 'part':
      return { kind: 'partition', groups: groups(words.slice(1)), oneWay: false };
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return { kind: verb, message: flightOf(world, first) };
    case 'fire-timer':
    case 'hold-timer':
    case 'release-timer':
      return { kind: verb, pid, timer: second };
    case 'latency':
      return { kind: 'latency', latency: fixed(Number.parseFloat(first)) };
    default:
      return {
        kind: 'input',
        pid: pidOf(verb),
        name: 'DO',
        data: { order: words.slice(1).join(' ') },
      };
  }
}

/** `A | B C` */
const groups = (words: readonly string[]): Pid[][] =>
  words
    .join(' ')
    .split('|')
    .map((group) => group.trim().split(' ').map(pidOf));

/** The newest message under way that says this. */
export function flightOf(world: ChatterWorld, text: string): number {
  const flights = world.network.flights.values();
  return flights.findLast(({ message }) => (message as Say).text === text)?.id ?? 0;
}
