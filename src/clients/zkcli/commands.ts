import { addAuth } from './commands/add-auth.ts';
import { config } from './commands/config.ts';
import { create } from './commands/create.ts';
import { deleteAll } from './commands/delete-all.ts';
import { deleteQuota } from './commands/delete-quota.ts';
import { deleteNode } from './commands/delete.ts';
import { getAcl } from './commands/get-acl.ts';
import { get } from './commands/get.ts';
import { listQuota } from './commands/list-quota.ts';
import { ls } from './commands/ls.ts';
import { reconfig } from './commands/reconfig.ts';
import { setAcl } from './commands/set-acl.ts';
import { setQuota } from './commands/set-quota.ts';
import { set } from './commands/set.ts';
import {
  close,
  getAllChildrenNumber,
  getEphemerals,
  sync,
  version,
  whoami,
} from './commands/small.ts';
import { stat } from './commands/stat.ts';
import { addWatch, removeWatches } from './commands/watches.ts';
import { usageOf } from './command.ts';
import type { Command } from './command.ts';

/** The commands that need a live handle [CommandFactory]. */
const commands: readonly Command[] = [
  addAuth,
  addWatch,
  close,
  config,
  create,
  deleteAll,
  deleteNode,
  deleteQuota,
  get,
  getAcl,
  getAllChildrenNumber,
  getEphemerals,
  listQuota,
  ls,
  reconfig,
  removeWatches,
  set,
  setAcl,
  setQuota,
  stat,
  sync,
  version,
  whoami,
];

const byName: ReadonlyMap<string, Command> = new Map(commands.map((each) => [each.name, each]));

/** Those that zkCli itself carries out, and what the list of commands says after them. */
const OWN = new Map([
  ['connect', 'host:port'],
  ['history', ''],
  ['printwatches', 'on|off'],
  ['quit', ''],
  ['redo', 'cmdno'],
]);

export const commandNamed = (name: string): Command | undefined => byName.get(name);

/** All names, as Java sorts strings: capitals first. */
export const COMMAND_NAMES: readonly string[] = [...byName.keys(), ...OWN.keys()].toSorted();

export const isCommand = (name: string): boolean => byName.has(name) || OWN.has(name);

/** What an unknown command is answered with, and all the help there is [ZooKeeperMain.usage]. */
export const USAGE: readonly string[] = [
  'ZooKeeper -server host:port -client-configuration properties-file cmd args',
  ...COMMAND_NAMES.map((name) => {
    const command = byName.get(name);
    return `\t${command === undefined ? `${name} ${OWN.get(name) ?? ''}` : usageOf(command)}`;
  }),
];
