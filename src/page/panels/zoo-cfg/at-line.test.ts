import { expect, it } from 'vitest';
import { cfgKey } from '../../../zoo-cfg/keys.ts';
import { keysLike, lineOf, subjectAt, withKey } from './at-line.ts';

const TEXT = '# sample\ntickTime=2000\n\nserver.1=a:1:2\nweight.1=2\nTICKTIME : 3\nnonsense=1';
const at = (part: string) => subjectAt(TEXT, TEXT.indexOf(part) + 2);

it('knows what the line of the cursor is about', () => {
  expect(at('# sample').kind).toBe('comment');
  expect(at('tickTime')).toMatchObject({ kind: 'key', key: { key: 'tickTime' } });
  expect(subjectAt(TEXT, TEXT.indexOf('\n\n') + 1).kind).toBe('nothing');
  expect(at('server.1').kind).toBe('server');
  expect(at('weight.1').kind).toBe('group');
  expect(at('TICKTIME')).toMatchObject({ kind: 'key', key: { key: 'tickTime' } });
  expect(at('nonsense').kind).toBe('unknown');
  expect(subjectAt('', 0).kind).toBe('nothing');
});

it('finds the line of a key, and adds one', () => {
  expect(lineOf(TEXT, 'tickTime')).toBe(TEXT.indexOf('tickTime'));
  expect(lineOf(TEXT, 'snapCount')).toBe(-1);
  const key = cfgKey('snapCount');
  if (key === undefined) throw new TypeError('no key');
  expect(withKey('tickTime=1', key)).toBe('tickTime=1\nsnapCount=100000\n');
  expect(withKey('', key)).toBe('snapCount=100000\n');
});

it('searches keys by words in any order', () => {
  expect(keysLike('session MAX').map(({ key }) => key)).toEqual(['maxSessionTimeout']);
  expect(keysLike('keystore').length).toBe(8);
  expect(keysLike('').length).toBeGreaterThan(200);
});
