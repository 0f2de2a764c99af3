import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bool, keptList, list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import { frameCodec } from './frame-codec.ts';
import type { Frame } from './frame.ts';
import { Reader, Writer } from './packing.ts';

/** Takes a value across, as worker and page do. */
function across<T>(writer: Writer, reader: Reader, codec: Codec<T>, value: T): T {
  codec.write(writer, value);
  return codec.read(reader.open(writer.take()));
}

interface Detail {
  readonly word: string | null;
  readonly flags: readonly boolean[];
}
const codec = frameCodec<Detail>(record<Detail>({ word: nullable(str()), flags: list(bool) }));

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const integer = fc.maxSafeInteger();
const number = fc.double({ noNaN: true });
const maybe = <T>(inner: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(inner);
const few = <T>(inner: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(inner, { maxLength: 5 });

const frames: fc.Arbitrary<Frame<Detail>> = fc.record({
  branch: integer,
  position: integer,
  length: integer,
  time: integer,
  nextTime: maybe(integer),
  nextInteresting: maybe(integer),
  processes: few(
    fc.record({
      pid: integer,
      name: text,
      liveness: fc.constantFrom('up', 'paused', 'crashed', 'off'),
      dark: fc.boolean(),
      diskless: fc.boolean(),
      state: text,
      machineState: text,
    }),
  ),
  messages: few(
    fc.record({
      id: integer,
      from: integer,
      to: integer,
      kind: text,
      shape: fc.constantFrom('vote', 'prepare', 'ping', 'packet'),
      claim: maybe(integer),
      label: text,
      short: text,
      sentAt: integer,
      leftAt: integer,
      arrivesAt: integer,
      status: fc.constantFrom('flying', 'held', 'lost'),
      nature: fc.constantFrom('tcp', 'fifo', 'datagram'),
      routine: fc.boolean(),
      piled: fc.nat(),
    }),
  ),
  links: few(
    fc.record({
      from: integer,
      to: integer,
      cut: fc.boolean(),
      latency: maybe(fc.record({ min: integer, max: integer })),
      loss: number,
      duplication: number,
    }),
  ),
  partition: few(few(integer)),
  invariants: few(text),
  violations: few(fc.record({ invariant: text, step: integer, text })),
  structure: integer,
  detail: fc.record({ word: maybe(text), flags: few(fc.boolean()) }),
});

/** Records come out with a plain prototype, whatever they went in with. */
const plain = <T>(value: T): T => structuredClone(value);

describe('a packed frame', () => {
  it('comes out as it went in, and so does every later one', () => {
    fc.assert(
      fc.property(fc.array(frames, { minLength: 1, maxLength: 4 }), (sent) => {
        const [writer, reader] = [new Writer(), new Reader()];
        const received = sent.map((frame) => across(writer, reader, codec, frame));
        expect(received).toEqual(plain(sent));
      }),
    );
  });

  it('is one buffer of its own: what is written later leaves it alone', () => {
    const writer = new Writer();
    list(num).write(writer, [1, 2]);
    const taken = writer.take();
    list(num).write(writer, [7, 8]);
    expect(list(num).read(new Reader().open(taken))).toEqual([1, 2]);
  });

  it('keeps of a list what did not change as the object that it was, whatever came and went', () => {
    interface Item {
      readonly id: number;
      readonly word: string;
    }
    const items = keptList(record<Item>({ id: num, word: str() }));
    // What becomes of each item from one frame to the next; new ones come behind.
    const change = fc.record({
      fates: fc.array(fc.constantFrom('stays', 'stays', 'stays', 'goes', 'changes'), {
        minLength: 8,
        maxLength: 8,
      }),
      added: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 8 }), (changes) => {
        const [writer, reader] = [new Writer(), new Reader()];
        let [sent, received]: (readonly Item[])[] = [[], []];
        let id = 0;
        for (const { fates, added } of changes) {
          const fate = (at: number): string => fates[at % fates.length] ?? 'stays';
          const kept = sent?.flatMap((item, at) =>
            fate(at) === 'goes'
              ? []
              : [fate(at) === 'changes' ? { ...item, word: `${item.word}!` } : item],
          );
          const next = [
            ...(kept ?? []),
            ...Array.from({ length: added }, () => ({ id: ++id, word: 'new' })),
          ];
          const came = across(writer, reader, items, next);
          expect(came).toEqual(next);
          const of = (wanted: string): readonly (Item | undefined)[] =>
            received?.filter((_, at) => fate(at) === wanted) ?? [];
          expect(came).toEqual(expect.arrayContaining([...of('stays')]));
          expect(of('stays').every((item) => came.some((one) => one === item))).toBe(true);
          expect(of('changes').some((item) => came.some((one) => one === item))).toBe(false);
          [sent, received] = [next, came];
        }
      }),
    );
  });

  it('gives the same part again as long as nothing in it changes', () => {
    const [first] = fc.sample(frames, { numRuns: 1, seed: 1 });
    if (first === undefined) throw new Error('no frame');
    const [writer, reader] = [new Writer(), new Reader()];
    const before = across(writer, reader, codec, first);
    const kept = [before.messages, before.processes, before.detail];
    const after = across(writer, reader, codec, {
      ...first,
      position: first.position + 1,
      detail: { ...first.detail, flags: [...first.detail.flags, true] },
    });
    expect(after.messages).toBe(kept[0]);
    expect(after.processes).toBe(kept[1]);
    expect(after.detail).not.toBe(kept[2]);
    expect(after.detail.flags).toEqual([...first.detail.flags, true]);
  });

  it('may be of any length', () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => index / 3);
    expect(across(new Writer(), new Reader(), list(num), numbers)).toEqual(numbers);
  });
});

describe('a string', () => {
  it('travels once', () => {
    const writer = new Writer();
    list(str()).write(writer, ['LOOKING', 'LEADING', 'LOOKING']);
    expect(writer.take().strings).toEqual(['LOOKING', 'LEADING']);
    list(str()).write(writer, ['LEADING', 'FOLLOWING']);
    expect(writer.take().strings).toEqual(['FOLLOWING']);
  });

  it('that was never learned is an error', () => {
    const writer = new Writer();
    str().write(writer, 'LOOKING');
    const { buffer } = writer.take();
    const from = new Reader().open({ buffer, strings: [] });
    expect(() => str().read(from)).toThrow('unknown string 0');
  });
});

describe('a packed frame that is cut short', () => {
  it('is an error wherever it ends, never half a frame', () => {
    fc.assert(
      fc.property(frames, fc.double({ min: 0, max: 0.999, noNaN: true }), (frame, share) => {
        const [writer, reader] = [new Writer(), new Reader()];
        codec.write(writer, frame);
        const { buffer, strings } = writer.take();
        const short = buffer.slice(0, 8 * Math.floor((buffer.byteLength / 8) * share));
        expect(() => codec.read(reader.open({ buffer: short, strings }))).toThrow(RangeError);
      }),
    );
  });
});
