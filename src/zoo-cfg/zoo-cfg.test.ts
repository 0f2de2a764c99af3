import { describe, expect, it } from 'vitest';
import { ensembleNotes, limitNotes, serverNotes } from './judge.ts';
import { hasRefused } from './note.ts';
import { ALL_KEYS } from './other-keys.ts';
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
    for (const { key, default: preset } of ALL_KEYS) {
      if (preset === '') continue;
      expect(notes(`${key}=${preset}`)).toEqual([]);
    }
  });

  it('says what is wrong in which line', () => {
    expect(notes('tickTime=x\nsyncEnabled=yes\npeerType=boss\nelectionAlg=1\ndataDir=')).toEqual([
      'refused bad-number@1',
      'refused bad-choice@2',
      'refused bad-choice@3',
      'refused only-three@4',
      'refused bad-path@5',
    ]);
  });

  it('warns of what ZooKeeper takes without acting on it as one thinks', () => {
    expect(
      notes(
        'maxBatchSize=x\nenforceQuota=on\nforceSync=false\nskipACL=YES\nsnapCount=1\nautopurge.snapRetainCount=1\ninitLimit=-5\ndataDir=data\ntickTime\nfoo',
      ),
    ).toEqual([
      'warning ignored-value@1',
      'warning counts-as@2',
      'warning counts-as@3',
      'warning counts-as@4',
      'warning raised@5',
      'warning raised@6',
      'warning senseless@7',
      'warning relative-path@8',
      'refused bad-number@9',
      'warning not-key-value@10',
    ]);
    expect(
      notes('4lw.commands.whitelist=srvr, foo ,*\ndigest.enabled=True\nsnapCount=0x64'),
    ).toEqual([]);
  });

  it('compares session bounds with the defaults that the tick gives', () => {
    expect(notes('tickTime=2000\nminSessionTimeout=50000')).toEqual(['refused min-above-max@2']);
    expect(notes('tickTime=2000\nmaxSessionTimeout=1000')).toEqual(['refused min-above-max@2']);
    expect(notes('tickTime=2000\nminSessionTimeout=40000')).toEqual([]);
  });

  it('gives the settings that a server obeys, without those that are wrong', () => {
    const text =
      'tickTime=500\nskipACL=yes\nenforceQuota=TRUE\nsnapCount=0100\nmaxBatchSize=x\nmaxCnxns=#10\nforceSync=off\nmaxClientCnxns=x\n4lw.commands.whitelist=*\nleaderServes=no';
    expect(settingsOf(readCfg(text))).toEqual({
      tickTime: 500,
      skipACL: true,
      enforceQuota: true,
      snapCount: 64,
      maxCnxns: 16,
      forceSync: true,
      '4lw.commands.whitelist': '*',
    });
  });

  it('gives what only members of an ensemble ask for, too, and no word of what concerns the ensemble', () => {
    const text =
      'initLimit=10\nsyncLimit=5\npeerType=observer\nelectionAlg=3\nlocalSessionsEnabled=true\ncommitLogCount=700\nsnapshotSizeFactor=.5\npreAllocSize=64\nfsync.warningthresholdms=20\ncnxTimeout=300\nfastleader.minNotificationInterval=50\nfastleader.maxNotificationInterval=0x80';
    expect(settingsOf(readCfg(text))).toEqual({
      commitLogCount: 700,
      snapshotSizeFactor: 0.5,
      preAllocSize: 64,
      'fsync.warningthresholdms': 20,
      cnxTimeout: 300,
      'fastleader.minNotificationInterval': 50,
      'fastleader.maxNotificationInterval': 128,
    });
    expect(settingsOf(readCfg('snapshotSizeFactor=1.5\ncommitLogCount=x'))).toEqual({});
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
    expect(said('dataDir=/d\ntickTime=0')).toEqual(['tickTime is not set']);
    expect(said('dataDir=/d\nclientPort=2181')).toEqual([]);
    expect(hasRefused(serverNotes(readCfg('dataDir=/d')))).toBe(false);
  });
});
