import { withGroups, withMembers } from '../protocols/election/config.ts';
import { memberCfg } from '../zoo-cfg/member.ts';
import { readCfg } from '../zoo-cfg/read.ts';
import { standaloneCfg } from '../zoo-cfg/standalone.ts';
import { serverConfigOf } from '../zookeeper/config.ts';
import type { Settings } from '../zookeeper/server/server.ts';
import { timesOf } from './election-times.ts';

const MS = 1000;

/** The same server after somebody has written its file. */
export function withFile(settings: Settings, text: string): Settings {
  const file = readCfg(text);
  const written = standaloneCfg(file);
  const cfg = serverConfigOf(written);
  const read = { ...settings, cfg, cfgFile: text };
  if (settings.ensemble === null) return read;
  const { initLimit, syncLimit, leaderServes, localSessions, upgradesLocal, ...listed } =
    memberCfg(file);
  const { members, voters, groups, connectLimit, readOnlyMode } = listed;
  const { times: _times, ...ensemble } = settings.ensemble;
  const {
    localSessions: _,
    upgradesLocal: _was,
    readOnlyMode: environment = false,
    ...rest
  } = read;
  return {
    ...rest,
    leaderServes,
    ...(localSessions && { localSessions }),
    ...(upgradesLocal && { upgradesLocal }),
    ...((readOnlyMode ?? environment) && { readOnlyMode: true as const }),
    ensemble: {
      ...withGroups(withMembers(ensemble, members, voters), groups),
      ...timesOf(written),
      initLimit,
      syncLimit,
      tickTime: cfg.tickTime * MS,
      connectTimeout: (connectLimit || initLimit) * cfg.tickTime * MS,
    },
  };
}
