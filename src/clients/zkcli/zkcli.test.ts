import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { javaDate } from '../../zookeeper/records/java-date.ts';
import { OneServer } from '../../zookeeper/testing/one-server.ts';
import { COMMAND_NAMES } from './commands.ts';
import { hintFor } from './hint.ts';
import { Direct } from './testing/direct.ts';
import { tokensOf } from './tokens.ts';

/** What zkCli itself printed for the last of these lines. */
const said = (...lines: readonly string[]): string[] => {
  const zk = new Direct();
  const outputs = lines.map((line) => zk.type(line));
  return (outputs.at(-1) ?? [])
    .filter(({ stream }) => stream !== 'in' && stream !== 'hint')
    .map(({ text }) => text);
};

describe('a line', () => {
  it('is split at blanks, except between quotes of one kind', () => {
    expect(tokensOf(' set  /a "two words" \'and "more"\' ')).toEqual([
      'set',
      '/a',
      'two words',
      'and "more"',
    ]);
    expect(tokensOf('set /a ""')).toEqual(['set', '/a', '']);
    expect(tokensOf('set /a x"y z"')).toEqual(['set', '/a', 'x"y', 'z"']);
    expect(tokensOf('"')).toEqual([]);
  });

  it('without a word repeats the words before it', () => {
    expect(said('create -s /a- x', '"')).toEqual(['Created /a-0000000001']);
  });

  it('may be typed while another is carried out', () => {
    const zk = new Direct();
    expect(zk.type('close').at(-1)?.text).toContain('state:Closed');
    expect(zk.type('ls /').map(({ text }) => text)).toEqual(['ls /', 'Not connected']);
    expect(zk.type('connect').at(-1)?.text).toContain('state:SyncConnected');
    expect(zk.type('ls /').at(-1)?.text).toBe('[zookeeper]');
  });
});

describe('options', () => {
  it('are read as Commons CLI reads them', () => {
    const unknown = 'org.apache.commons.cli.UnrecognizedOptionException: Unrecognized option: ';
    expect(said('set /a -5')).toEqual([`${unknown}-5`]);
    expect(said('create /a 1', 'set -v=0 /a 2', 'set -v1 /a 3', 'get /a')).toEqual(['3']);
    expect(said('create /a 1', 'set -- /a -5', 'get /a')).toEqual(['-5']);
    expect(said('create -se /a- 1', 'getEphemerals')).toEqual(['[/a-0000000000]']);
    expect(said('ls --all /')).toEqual([`${unknown}--all`]);
    expect(said('set -v')).toEqual([
      'org.apache.commons.cli.MissingArgumentException: Missing argument for option: v',
    ]);
    expect(said('delquota -n -b /a')).toEqual([
      "org.apache.commons.cli.AlreadySelectedException: The option 'b' was specified but an option from this group has already been selected: 'n'",
    ]);
  });
});

describe('old forms', () => {
  it('are warned of, and do what 3.8 does with them', () => {
    const zk = new Direct();
    zk.type('create /a 1');
    expect(zk.type('get /a watch').map(({ text }) => text)).toEqual([
      'get /a watch',
      "'get path [watch]' has been deprecated. Please use 'get [-s] [-w] path' instead.",
      '1',
      'get -w /a',
    ]);
    expect(zk.type('set /a 2').some(({ stream }) => stream === 'watcher')).toBe(true);
    expect(zk.type('delete /a 77').map(({ text }) => text)[1]).toContain('has been deprecated');
    expect(zk.type('ls /').at(-1)?.text).toBe('[zookeeper]');
  });

  it.each([
    ['ls2 /a', 'old-command', 'ls -s /a'],
    ['rmr /a', 'old-command', 'deleteall /a'],
    ['ls /a true', 'watch-word', 'ls -w /a'],
    ['get -s /a watch', 'watch-word', 'get -s -w /a'],
    ['ls s /', 'hyphen', 'ls -s /'],
    ['delete /a 3', 'version-option', 'delete -v 3 /a'],
    ['set /a x 3', 'version-option', 'set -v 3 /a x'],
    ['create /a my data', 'quote-data', 'create /a "my data"'],
    ['create -t 5000 /a my data', 'quote-data', 'create -t 5000 /a "my data"'],
    ['set /a -1', 'data-hyphen', 'set -- /a -1'],
    ['getacl /a', 'did-you-mean', 'getAcl /a'],
    ['craete /a', 'did-you-mean', 'create /a'],
    ['help', 'help-is-usage', ''],
  ])('get a hint beside the answer: %s', (line, code, text) => {
    expect(hintFor(line)).toEqual({ code, text });
  });

  it('say that TTL nodes are switched off, where that is why', () => {
    const hints = (extendedTypesEnabled: boolean) =>
      new Direct(new OneServer({ extendedTypesEnabled }))
        .type('create -t 5000 /ttl v')
        .filter(({ stream }) => stream === 'hint');
    expect(hints(false)).toEqual([{ stream: 'hint', code: 'ttl-off', text: '' }]);
    expect(hints(true)).toEqual([]);
  });

  it('alone get one', () => {
    for (const line of [
      'ls -R /',
      'set -v -1 /a x',
      'create -t 9 /a x',
      'create /a x world:anyone:r',
      'quit',
      'x',
    ]) {
      expect(hintFor(line)).toBeNull();
    }
  });
});

describe('several requests in one command', () => {
  it('stop after a failed batch, and say so once', () => {
    const zk = new Direct();
    for (const line of ['create /a', 'create /a/b', 'create /a/b/c', 'setAcl /a world:anyone:r']) {
      zk.type(line);
    }
    expect(zk.type('deleteall /a').at(-1)?.text).toBe(
      'Failed to delete some node(s) in the subtree!',
    );
    expect(zk.type('ls -R /a').map(({ text }) => text)).toContain('/a/b/c');
  });

  it('leave the line open where one of many goes wrong', () => {
    const zk = new Direct();
    for (const line of ['create /a', 'create /a/b', 'setAcl /a/b world:anyone:r']) zk.type(line);
    expect(zk.type('setAcl -R /a world:anyone:cdrwa').map(({ text }) => text)).toEqual([
      'setAcl -R /a world:anyone:cdrwa',
      'KeeperErrorCode = NoAuth for /a/b',
    ]);
  });

  it('keep quotas apart', () => {
    const before = ['create /q', 'create /q/r', 'setquota -b 10 /q'];
    expect(said(...before, 'setquota -n 1 /q/r')).toEqual([
      '/q/r has a parent /q which has a quota',
    ]);
    expect(said(...before, 'setquota -n 1 /q')).toEqual([
      '[Warning]: the count quota you create is less than the existing count:2',
    ]);
  });
});

describe('what nobody catches', () => {
  it.each([
    ['set -v abc /a x', 'java.lang.NumberFormatException: For input string: "abc"'],
    [
      'delete -v 99999999999 /a',
      'java.lang.NumberFormatException: For input string: "99999999999"',
    ],
    ['redo 0x', 'java.lang.NumberFormatException: For input string: "" under radix 16'],
    ['addWatch a', 'java.lang.IllegalArgumentException: Path must start with / character'],
    ['connect host:port', 'java.lang.NumberFormatException: For input string: "port"'],
    ['ls -=x /', 'java.lang.StringIndexOutOfBoundsException: begin 0, end 1, length 0'],
  ])('ends zkCli: %s', (line, exception) => {
    const zk = new Direct();
    expect(zk.type(line).at(-1)?.text).toBe(`Exception in thread "main" ${exception}`);
    expect(zk.cli.exited).toBe(true);
    expect(zk.type('ls /')).toEqual([]);
  });
});

describe('dates', () => {
  it('are those of Java in UTC', () => {
    expect(javaDate(0)).toBe('Thu Jan 01 00:00:00 UTC 1970');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        const [, day, date, month, year, clock] =
          /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(time).toUTCString()) ?? [];
        expect(javaDate(time)).toBe(`${day} ${month} ${date} ${clock} UTC ${year}`);
      }),
    );
  });
});

const word = fc.oneof(
  fc.constantFrom(...COMMAND_NAMES.filter((name) => name !== 'quit')),
  fc.constantFrom(
    '/',
    '/a',
    '/a/b',
    '/zookeeper/quota',
    'x',
    '-s',
    '-e',
    '-v',
    '-R',
    '-w',
    '-n',
    '1',
  ),
  fc.constantFrom(
    'world:anyone:cdrwa',
    'digest',
    'u:p',
    '-1',
    '""',
    "'",
    '--',
    '-b',
    '-c',
    'auth::r',
  ),
  fc.string({ maxLength: 6 }),
);
const line = fc
  .tuple(fc.constantFrom(...COMMAND_NAMES), fc.array(word, { maxLength: 4 }))
  .map(([name, rest]) => [name, ...rest].join(' ').replaceAll('\n', ' '));

describe('whatever is typed', () => {
  it('is answered, never with an error of ours', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const zk = new Direct();
        for (const each of lines) zk.type(each);
        expect(zk.cli.exited || zk.cli.running === null).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
