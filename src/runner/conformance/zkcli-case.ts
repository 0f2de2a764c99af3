/** A recording of zkCli: what was typed on one side, what the real one printed on the other. */
import type { Field } from './json.ts';

/** All that a simulation may know of it. */
export interface Typed {
  readonly commands: readonly string[];
}

/** What one command printed. */
export interface Printed {
  /** Its own lines, in order, without the blocks of watchers. */
  readonly own: readonly string[];
  /** `WatchedEvent …`, in order. */
  readonly events: readonly string[];
  /** How many of its own lines went to standard error. */
  readonly stderrLines: number;
  /** Whether zkCli ended with it. */
  readonly exits: boolean;
}

export interface Session {
  readonly banner: readonly string[];
  readonly commands: readonly Printed[];
}

/** @throws BadCase */
export const readTyped = (file: Field): Typed => ({
  commands: file
    .at('commands')
    .list()
    .map((command) => command.text()),
});

/** @throws BadCase */
export const readSession = (file: Field): Session => ({
  banner: file.at('banner').missing ? [] : texts(file.at('banner')),
  commands: file.at('expected').list().map(readPrinted),
});

function readPrinted(expected: Field): Printed {
  const [events, stderrLines] = [expected.at('events'), expected.at('stderrLines')];
  const watched = !events.missing;
  return {
    own: watched ? texts(expected.at('own')) : linesOf(expected.at('stdout').text()),
    events: watched ? texts(events) : [],
    stderrLines: stderrLines.missing ? 0 : stderrLines.number(),
    exits: expected.at('cliExits').value === true,
  };
}

const texts = (list: Field): string[] => list.list().map((each) => each.text());

/** The lines of a text in which every line is ended; what comes after the last end is one too. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
