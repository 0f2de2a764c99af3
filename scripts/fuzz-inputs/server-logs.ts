/** Logs of real servers: mutated lines of real ones, in any order, from any number of files. */
import { Reader, Writer } from '../../src/view/packing.ts';
import { packed } from '../../src/view/packed/election.ts';
import { toldFrameCodec } from '../../src/view/told-frame.ts';
import { ServerLogs } from '../../src/server-logs/logs.ts';
import { LogsSession } from '../../src/server-logs/session.ts';
import { logSentence } from '../../src/cli/log-sentences.ts';
import { textsOf } from '../server-log-fixtures.ts';
import { bytesOf, Complaint } from './kind.ts';
import type { InputKind } from './kind.ts';
import { mutatedText } from './mutate-bytes.ts';

const texts = Object.values(textsOf('newer-zxid-lower-sid'));
const lines = texts.flatMap((text) => text.split('\n'));
/** Where one file ends and the next begins. */
const CUT = '\f';

const codec = toldFrameCodec(packed);

function asked(logs: ServerLogs): void {
  const session = new LogsSession(logs);
  const [writer, reader] = [new Writer(), new Reader()];
  session.handle({ type: 'open', scenario: null });
  for (let position = 0; position <= logs.events.length; position += 7) {
    const { frame } = session.handle({ type: 'seek', position });
    if (frame === null) throw new Complaint(`no frame at ${position}`);
    codec.write(writer, frame);
    const read = codec.read(reader.open(writer.take()));
    if (read.position !== position) throw new Complaint('another frame');
  }
  for (const { told } of logs.events) {
    if (logSentence(told).length > 1000) throw new Complaint('a sentence that nobody reads');
  }
  const counted = logs.view.skipped.reduce((sum, { count }) => sum + count, 0);
  const told = logs.view.files.reduce((sum, file) => sum + file.told, 0);
  const all = logs.view.files.reduce((sum, file) => sum + file.lines, 0);
  if (counted + told !== all) throw new Complaint(`${counted} + ${told} of ${all} lines`);
}

export const serverLogs: InputKind = {
  make(dice) {
    if (dice.chance(0.3)) return mutatedText(dice.pick(texts), dice);
    const some = dice.some(lines, dice.between(1, 120));
    const changed = some.map((line) => (dice.chance(0.2) ? mutatedText(line, dice) : line));
    return changed.map((line) => (dice.chance(0.02) ? line + CUT : line)).join('\n');
  },
  take(input) {
    const bytes = bytesOf(input);
    const parts: Uint8Array[] = [];
    let from = 0;
    for (let at = bytes.indexOf(12); at !== -1; at = bytes.indexOf(12, from)) {
      parts.push(bytes.subarray(from, at));
      from = at + 1;
    }
    parts.push(bytes.subarray(from));
    asked(new ServerLogs(parts.map((part, i) => ({ name: `server${i + 1}.log`, bytes: part }))));
  },
};
