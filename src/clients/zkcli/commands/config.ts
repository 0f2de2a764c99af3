import { textOf } from '../../../zookeeper/records/utf8.ts';
import { out } from '../../steps.ts';
import { flag, lines } from '../command.ts';
import type { Command } from '../command.ts';
import { getConfig } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';

const options = {
  options: [flag('s', 'stats'), flag('w', 'watch'), flag('c', 'client connection string')],
};

/** [GetConfigCommand] */
export const config: Command = {
  name: 'config',
  usage: '[-c] [-w] [-s]',
  options,
  *run(words) {
    const parsed = parseOptions(options, words);
    const { data, stat } = yield* getConfig(has(parsed, 'w'));
    const text = data === null ? 'null' : textOf(data);
    yield* out(has(parsed, 'c') ? clientAddresses(text) : text);
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};

/** `version host:port,…` of a configuration's text [ConfigUtils.getClientConfigStr]. */
function clientAddresses(text: string): string {
  const entries = text.split('\n').map((line) => /^\s*([^=:\s]+)\s*[=:]?\s*(.*?)\s*$/u.exec(line));
  const version = entries.find((entry) => entry?.[1] === 'version')?.[2] ?? '';
  const addresses = entries.flatMap((entry) => {
    if (entry?.[1]?.startsWith('server.') !== true) return [];
    const address = entry[2]?.split(';')[1];
    if (address === undefined) return [''];
    return address.includes(':') ? [address] : [`0.0.0.0:${address}`];
  });
  return `${version} ${addresses.join(',')}`;
}
