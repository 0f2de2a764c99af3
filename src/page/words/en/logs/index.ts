import { facts } from './facts.ts';

/** Logs of real servers. */
const logs = {
  name: 'Server logs',
  ask: {
    title: 'Logs of real servers',
    text: 'Drop the logs that ZooKeeper servers have written (3.4 to 3.9, packed with gzip or not), one file or several for each server. Their elections are shown on the stage, line by line.',
    own: 'They are read on this machine and sent nowhere.',
    unknown: 'What logs do not tell is not guessed: it stands as ?.',
    choose: 'Choose logs',
    back: 'To the election lab',
  },
  reading: 'Reading',
  stop: 'Stop reading',
  readingText: '{percent} % of {size}',
  large: 'These files have {size} together; at most {limit} are read. Choose fewer of them.',
  many: '{count} files are too many; at most {most} are read together. Choose fewer of them.',
  files: 'Logs',
  file: 'File',
  whose: 'Server',
  told: 'Lines told',
  toldOf: '{told, number} of {lines, number} lines told',
  version: 'Version',
  nobody: '?',
  by: {
    myid: 'as its lines say',
    name: 'as the file’s name says',
    said: 'as you said',
  },
  say: 'Number of the server that wrote {file}',
  sayIt: 'Set',
  add: 'Add logs',
  other: 'Close these logs',
  begins: 'The first line was written at {time}, as that server’s clock showed.',
  problem: {
    'too-large':
      'There is more in it than can be read here; all files together may have {limit}. Choose fewer or smaller ones.',
    'bad-packing': 'It is packed with gzip or Snappy, and broken. Copy it again.',
    unreadable: 'It cannot be read.',
    'no-log':
      'No line of it has a time and a level: it is no log of a server. Choose what the server writes to its console or into logs/.',
    overlaps: 'It is of the same server and the same time as {with}, and was left out.',
    whose: 'Nothing in it says which server wrote it: say it here.',
    'many-lines': 'From line {line, number} on it was not read: there are too many.',
  },
  warning: {
    title: 'To be known',
    'heard-too-early':
      '{server} heard a vote of {other} {ms, number} ms before {other} began the election in which it cast it (lines {line} and {otherLine}): their clocks differ by that much at least. Nothing was moved.',
    'joined-too-early':
      '{other} had come to {server} {ms, number} ms before its own log says that it follows (lines {otherLine} and {line}): their clocks differ by that much at least. Nothing was moved.',
    'clock-back':
      'The clock of {server} went back by {ms, number} ms. Its lines stay in their order.',
    'no-log-of':
      'There is no log of {server}: it stands as the others last heard it describe itself.',
    'many-events': 'More than {most, number} events: what came later is left out.',
    'many-servers': '{left, number} servers are left out: {most, number} at most are told of.',
  },
  view: {
    title: 'Log lines',
    present: 'The line that tells this event',
    none: 'At the beginning nothing is told yet.',
    skipped: 'Skipped lines',
    skippedText: '{count, number} lines were skipped: they tell nothing that is understood here.',
    kinds: 'Kinds of skipped lines',
    lines: 'Lines of this kind',
    why: {
      ensemble: '{logger}: about elections, in words not known here',
      other: '{logger}: about other things',
      trace: 'goes on with the line before, as stack traces do',
      foreign: 'no line of a log',
    },
    unnamed: 'no class',
    more: 'More lines',
    place: '{file}:{line}',
  },
  values: {
    state: 'State',
    leader: 'Leader',
    follows: 'told by others',
    noVote: 'none',
    unknown: 'No log tells it.',
  },
} as const;

export const words = { logs, facts: { logs: facts } } as const;
