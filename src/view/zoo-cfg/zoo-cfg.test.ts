import { describe, expect, it } from 'vitest';
import { CFG_KEYS } from './keys.ts';
import { ensembleNotes, hasErrors, limitNotes, serverNotes } from './judge.ts';
import { readCfg } from './read.ts';
import { settingsOf } from './settings.ts';

const notes = (text: string): string[] =>
  readCfg(text).notes.map((note) => `${note.kind} ${note.code}@${note.line}`);

describe('reading a zoo.cfg', () => {
  it('takes every way in which a properties file writes a line', () => {
    const { lines } = readCfg(
      'tickTime = 2000\nclientPort:2181\ninitLimit 10\n! remark\n  # remark\ndataDir=/a\\\n   /b\n4lw.commands.whitelist=srvr, ruok\\u002c stat',
    );
    expect([...lines.values()].map(({ key, value, number }) => [number, key, value])).toEqual([
      [1, 'tickTime', '2000'],
      [2, 'clientPort', '2181'],
      [3, 'initLimit', '10'],
      [6, 'dataDir', '/a/b'],
      [8, '4lw.commands.whitelist', 'srvr, ruok, stat'],
    ]);
  });

  it('accepts the default of every key', () => {
    for (const { key, default: preset } of CFG_KEYS) {
      if (preset === '') continue;
      expect(notes(`${key}=${preset}`).filter((note) => note.startsWith('error'))).toEqual([]);
    }
  });

  it('says what is wrong in which line', () => {
    expect(
      notes('tickTime=0\nclientPort=70000\nskipACL=true\nenforceQuota=yes\npeerType=boss'),
    ).toEqual([
      'error bad-number@1',
      'error bad-number@2',
      'error bad-choice@3',
      'error bad-choice@4',
      'error bad-choice@5',
    ]);
    expect(notes('electionAlg=1\n4lw.commands.whitelist=ruok,help\ndataDir=')).toEqual([
      'error only-three@1',
      'error bad-word@2',
      'error bad-path@3',
    ]);
  });

  it('warns of what does nothing, or not what one thinks', () => {
    expect(
      notes(
        'ticktime=2000\nfoo=1\njute.maxbuffer=4194304\nleaderServes=no\nautopurge.snapRetainCount=1',
      ),
    ).toEqual([
      'warning wrong-case@1',
      'warning unknown-key@2',
      'warning jvm-property@3',
      'warning not-simulated@4',
      'warning raised@5',
    ]);
  });

  it('compares session bounds with the defaults that the tick gives', () => {
    expect(notes('tickTime=2000\nminSessionTimeout=50000')).toEqual(['error min-above-max@2']);
    expect(notes('tickTime=2000\nmaxSessionTimeout=1000')).toEqual(['error min-above-max@2']);
    expect(notes('tickTime=2000\nminSessionTimeout=40000')).toEqual([]);
  });

  it('gives the settings that a server obeys, without those that are wrong', () => {
    const text =
      'tickTime=500\nskipACL=yes\nenforceQuota=TRUE\nsnapCount=1\n4lw.commands.whitelist=*\nleaderServes=no';
    expect(settingsOf(readCfg(text))).toEqual({
      tickTime: 500,
      skipACL: true,
      enforceQuota: true,
      '4lw.commands.whitelist': '*',
    });
  });

  it('misses what a server cannot start without', () => {
    const said = (text: string): (string | undefined)[] => {
      const file = readCfg(text);
      return [...serverNotes(file), ...ensembleNotes(file), ...limitNotes(file)].map(
        (note) => note.said,
      );
    };
    expect(said('clientPortAddress=127.0.0.1')).toEqual([
      'dataDir is not set',
      'clientPortAddress is set but clientPort is not set',
    ]);
    expect(said('dataDir=/d\nclientPort=2181')).toEqual([]);
    expect(hasErrors(serverNotes(readCfg('dataDir=/d')))).toBe(false);
  });
});
