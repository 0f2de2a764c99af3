import { utf8Of } from '../../../zookeeper/records/utf8.ts';
import { submit } from '../../steps.ts';
import { mustHave } from '../command.ts';
import type { Command } from '../command.ts';
import { parseOptions } from '../options.ts';

const options = { options: [] };

/** Says nothing, even when the server refuses it later [AddAuthCommand]. */
export const addAuth: Command = {
  name: 'addauth',
  usage: 'scheme auth',
  options,
  *run(words) {
    const { args } = parseOptions(options, words);
    mustHave(args, 2, addAuth);
    const [, scheme = '', auth] = args;
    yield* submit({ kind: 'addAuth', scheme, auth: auth === undefined ? null : utf8Of(auth) });
  },
};
