/** Each key of a `zoo.cfg` is obeyed, or said to have no effect. */
import { expect, it } from 'vitest';
import { CFG_KEYS } from '../zoo-cfg/keys.ts';
import { ALL_KEYS } from '../zoo-cfg/other-keys.ts';
import type { CfgKey } from '../zoo-cfg/keys.ts';
import { readCfg } from '../zoo-cfg/read.ts';
import { cfgRemarks } from '../zoo-cfg/remarks.ts';
import type { Settings } from '../zookeeper/server/server.ts';
import { configOf, ensembleIn } from './config.ts';
import { withFile } from './with-file.ts';

const SAMPLE =
  'tickTime=2000\ninitLimit=10\nsyncLimit=5\ndataDir=/d\nclientPort=2181\nserver.1=a:1:2\nserver.2=b:1:2\nserver.3=c:1:2\n';

/** A value that is right, and not what holds without the line. */
function otherValue({ key, type, default: preset }: CfgKey): string {
  switch (type) {
    case 'flag':
      return preset === 'true' ? 'false' : 'true';
    case 'yes-no':
      return preset === 'yes' ? 'no' : 'yes';
    case 'path':
      return '/elsewhere';
    case 'words':
      return 'srvr,ruok';
    case 'peer-type':
      return 'observer';
    case 'decimal':
      return '0.1';
    case 'text':
      return 'super:other';
    case 'whole':
    case 'port':
      return key.startsWith('autopurge.snap') ? '7' : '5723';
  }
}

/** What a member of an ensemble goes by, its text aside. */
function obeyed(text: string): Omit<Settings, 'cfgFile'> {
  const setup = { servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }], clients: [], ensemble: {} };
  const member = configOf(setup, {}, ensembleIn(setup)).servers.get(1) as Settings;
  const { cfgFile: _text, ...settings } = withFile(member, text);
  return settings;
}

/** The value of these changes what a server says of its file, or whether it starts, and nothing besides. */
const JUDGED = new Set(['peerType', 'standaloneEnabled', 'electionAlg']);

const line = (spec: CfgKey): string => `${spec.key}=${otherValue(spec)}\n`;
const withLine = (spec: CfgKey): string =>
  SAMPLE.replace(new RegExp(`^${spec.key}=.*\n`, 'mu'), '') + line(spec);

const isObeyed = (spec: CfgKey): boolean => spec.obeyed !== 'nobody' && !JUDGED.has(spec.key);

it.each(CFG_KEYS.filter(isObeyed).map((spec) => [spec.key, spec]))('%s is obeyed', (_, spec) => {
  expect(obeyed(withLine(spec))).not.toEqual(obeyed(SAMPLE));
});

it.each(ALL_KEYS.filter(({ obeyed: by }) => by === 'nobody').map((spec) => [spec.key, spec]))(
  '%s is said to have no effect, and has none',
  (key, spec) => {
    expect(obeyed(withLine(spec))).toEqual(obeyed(SAMPLE));
    const said = cfgRemarks(readCfg(withLine(spec)));
    expect(said).toMatchObject([{ kind: 'unsimulated', code: 'unsimulated', key }]);
  },
);
