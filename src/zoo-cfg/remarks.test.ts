import { expect, it } from 'vitest';
import { readCfg } from './read.ts';
import { cfgRemarks } from './remarks.ts';

const remarks = (text: string): string[] =>
  cfgRemarks(readCfg(text)).map(({ line, kind, code, data }) =>
    [line, kind, code, data['like']].filter((part) => part !== undefined).join(' '),
  );

it('tells keys that nothing here acts on from keys that no server reads', () => {
  expect(
    remarks(
      'admin.serverPort=8080\nssl.quorum.keyStore.location=/k\nauthProvider.7=X\nmetricsProvider.foo=1\nfoo=1\nticktime=2',
    ),
  ).toEqual([
    '1 unsimulated unsimulated',
    '2 unsimulated unsimulated',
    '3 unsimulated unsimulated',
    '4 unsimulated unsimulated',
    '5 unknown unknown-key',
    '6 unknown wrong-case tickTime',
  ]);
});

it('knows names of the documentation that no server reads', () => {
  expect(
    remarks('requestThrottleLimit=5\nzookeeper.superUser=x\nzookeeper.foo=1\nauthProvider=X'),
  ).toEqual([
    '1 unknown other-name request_throttle_max_requests',
    '2 unknown other-name superUser',
    '3 unknown unknown-key',
    '4 unknown other-name authProvider.1',
  ]);
});

it('has nothing to say of what is obeyed, and warns of what the file cannot set', () => {
  expect(remarks('tickTime=2000\nclientPort=1\nserver.1=h:1:2\nskipACL=yes\nmaxCnxns=5')).toEqual(
    [],
  );
  expect(remarks('jute.maxbuffer=5\ngroup.1=1:2\nweight.1=2')).toEqual([
    '1 warning jvm-property',
    '2 unsimulated hierarchy-ignored',
    '3 unsimulated hierarchy-ignored',
  ]);
});
