import { expect, it } from 'vitest';
import { shellCompletion, shellLine } from './shell-line.ts';

const WORDS = ['ruok', 'stat', 'stmk'];

it.each([
  ['zkServer.sh status', { kind: 'script', verb: 'status' }],
  ['  /opt/zk/bin/zkServer.sh   start ', { kind: 'script', verb: 'start' }],
  ['zkServer.sh', { kind: 'script', verb: '' }],
  ['ruok', { kind: 'word', word: 'ruok' }],
  ['stmk 306', { kind: 'word', word: 'stmk 306' }],
  ['echo ruok | nc localhost 2181', { kind: 'word', word: 'ruok' }],
  ["echo -n 'stat'|nc 127.0.0.1 2181", { kind: 'word', word: 'stat' }],
  // A server answers nothing to a word that there is not; so it may be sent.
  ['echo abcd | nc localhost 2181', { kind: 'word', word: 'abcd' }],
  ['abcd', { kind: 'unknown', name: 'abcd' }],
  ['ls /', { kind: 'unknown', name: 'ls' }],
  ['', { kind: 'nothing' }],
])('understands %j', (line, asked) => {
  expect(shellLine(line, WORDS)).toEqual(asked);
});

it('completes the script, its verbs, and the words', () => {
  expect(shellCompletion('zk', 2, WORDS)).toEqual({ from: 0, candidates: ['zkServer.sh'] });
  expect(shellCompletion('zkServer.sh sta', 15, WORDS)).toEqual({
    from: 12,
    candidates: ['start', 'status'],
  });
  expect(shellCompletion('st', 2, WORDS).candidates).toEqual(['stat', 'stmk']);
});
