import { keeperMessage } from '../../zookeeper/records/texts.ts';
import type { KeeperFailure } from '../api-failures.ts';

/** [CliWrapperException.getMessage] */
export function keeperText({ code, path }: KeeperFailure): string {
  const before = BEFORE_PATH[code];
  if (before !== undefined) return `${before}${path ?? 'null'}`;
  return WHOLE[code] ?? keeperMessage(code, path ?? '');
}

const BEFORE_PATH: Partial<Record<string, string>> = {
  NoNode: 'Node does not exist: ',
  NoChildrenForEphemerals: 'Ephemerals cannot have children: ',
  NodeExists: 'Node already exists: ',
  NotEmpty: 'Node not empty: ',
  NotReadOnly: 'Not a read-only call: ',
  InvalidACL: 'Acl is not valid : ',
  NoAuth: 'Insufficient permission : ',
  BadArguments: 'Arguments are not valid : ',
  BadVersion: 'version No is not valid : ',
  QuotaExceeded: 'Quota has exceeded : ',
};

const WHOLE: Partial<Record<string, string>> = {
  ReconfigInProgress:
    'Another reconfiguration is in progress -- concurrent reconfigs not supported (yet)',
  NewConfigNoQuorum:
    'No quorum of new config is connected and up-to-date with the leader of last commmitted config' +
    ' - try invoking reconfiguration after new servers are connected and synced',
};
