/** Raised when inflating gives more than the caller allows. */
export class TooLarge extends Error {}

const base64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

/** Collects a stream, giving up as soon as it exceeds `most` bytes: links are hostile input. */
const collect = async (
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      // The stream is of no more use, and neither is what its end would say.
      reader.cancel().catch(() => undefined);
      throw new TooLarge();
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> => new Blob([bytes]).stream().pipeThrough(transform);

/** Text as deflate-raw in base64url. */
export const deflate = async (text: string): Promise<string> =>
  base64url(
    await collect(
      through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')),
      Number.MAX_SAFE_INTEGER,
    ),
  );

/** @throws TooLarge above `most` bytes; another error when the text is damaged. */
export const inflate = async (packed: string, most: number): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    await collect(through(fromBase64url(packed), new DecompressionStream('deflate-raw')), most),
  );
