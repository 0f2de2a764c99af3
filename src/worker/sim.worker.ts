/**
 * The page's door to the simulation: one command in, one answer out, with the frame packed and
 * transferred. All behaviour is in `runner/session.ts`.
 */
import { Session } from '../runner/session.ts';
import { fetchProtocol } from '../scenarios/load-protocol.ts';
import { Writer } from '../view/packing.ts';
import type { Request, Response, Stop } from '../view/command.ts';
import type { Codec } from '../view/codec.ts';
import type { Frame } from '../view/frame.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import { frameCodec } from '../view/frame-codec.ts';
import { Looks } from './looks.ts';

// Named after the protocol that it will run, it fetches that while the page is still put together.
fetchProtocol(self.name);

const session = new Session();
const writer = new Writer();
const looks = new Looks((working) => self.postMessage({ working }));
/** Commands are carried out one after the other, in the order they came. */
let work: Promise<void> = Promise.resolve();

/** When so long nothing has been asked, what is seldom asked is fetched, ms: all that is seen comes first. */
const QUIET_MS = 2000;
let quiet: ReturnType<typeof setTimeout> | undefined;
const fetchedLater = new Set<Protocol>();

function fetchWhenQuiet(protocol: Protocol): void {
  if (protocol.later === undefined || fetchedLater.has(protocol)) return;
  quiet = setTimeout(() => {
    fetchedLater.add(protocol);
    // What does not come now is fetched again, and the failure told, when it is asked.
    protocol.later?.().catch(() => undefined);
  }, QUIET_MS);
}

const codecs = new Map<Protocol, Codec<Frame>>();
function codecOf(protocol: Protocol): Codec<Frame> {
  const codec = codecs.get(protocol) ?? frameCodec(protocol.codec);
  codecs.set(protocol, codec);
  return codec;
}

self.onmessage = ({ data }: MessageEvent<Request | Stop>): void => {
  if ('stop' in data) {
    looks.stop(data.stop);
    return;
  }
  clearTimeout(quiet);
  const answered = work.then(async () => {
    const { answer, frame } = await session.handle(data.command, looks.at(data));
    const response: Response = { id: data.id, answer, frame: null };
    if (frame === null) {
      self.postMessage(response);
      return;
    }
    codecOf(frame.protocol).write(writer, frame.frame);
    const packed = writer.take();
    self.postMessage({ ...response, frame: packed }, { transfer: [packed.buffer] });
    clearTimeout(quiet);
    fetchWhenQuiet(frame.protocol);
  });
  // A mistake of ours: as an error of the worker it reaches the page, which offers a new one.
  work = answered.catch(reportError);
};
