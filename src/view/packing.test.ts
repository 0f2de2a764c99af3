import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptList, lazyRecord, list, num, record, str } from './codec.ts';
import { DICTIONARY_LIMITS } from './dictionary.ts';
import { Reader, Writer } from './packing.ts';
import type { Packed } from './packing.ts';

interface Item {
  readonly id: number;
  readonly word: string;
}
interface Sent {
  readonly at: number;
  readonly items: readonly Item[];
  readonly words: readonly string[];
}
/** Parts read late, items that are kept: all that holds on to numbers of an earlier frame. */
const codec = lazyRecord<Pick<Sent, 'at'>, Omit<Sent, 'at'>>(
  { at: num },
  { items: keptList(record<Item>({ id: num, word: str() })), words: list(str()) },
);

// Few enough that they come again, in this dictionary or in a later one.
const word = fc.oneof(
  fc.constantFrom('LOOKING', 'LEADING', 'FOLLOWING'),
  fc.string({ maxLength: 3 }),
);
const frames = fc.array(
  fc.record({
    at: fc.nat(),
    items: fc.array(fc.record({ id: fc.nat(2), word }), { maxLength: 6 }),
    words: fc.array(word, { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 30 },
);
const limits = fc.record({ strings: fc.nat(8), characters: fc.nat(16) });

const distinct = ({ items, words }: Sent): Set<string> =>
  new Set([...words, ...items.map((item) => item.word)]);
const characters = (words: Iterable<string>): number => [...words].join('').length;
const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
const plain = (sent: Sent): Sent => structuredClone(sent);

function packedBy(writer: Writer, sent: Sent): Packed {
  codec.write(writer, sent);
  return writer.take();
}

describe('a dictionary that is begun anew', () => {
  it('changes nothing of what is read, at once or late, whichever frames nobody reads', () => {
    const fate = fc.constantFrom('at once', 'late', 'never');
    const fates = fc.array(fate, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(frames, fates, limits, (sent, when, limit) => {
        const [writer, reader] = [new Writer(limit), new Reader()];
        const read: [Sent, Sent][] = [];
        for (const [i, one] of sent.entries()) {
          const from = reader.open(packedBy(writer, one));
          if (when[i] === 'at once') read.push([plain(codec.read(from)), one]);
          // Its parts are looked at when other dictionaries have come.
          if (when[i] === 'late') read.push([codec.read(from), one]);
        }
        for (const [came, one] of read) expect(plain(came)).toEqual(one);
      }),
    );
  });

  it('never holds more than its limit, or twice what a frame needs, and one frame beyond', () => {
    fc.assert(
      fc.property(frames, limits, (sent, limit) => {
        const [writer, reader] = [new Writer(limit), new Reader()];
        const one = {
          strings: most(sent.map((frame) => distinct(frame).size)),
          characters: most(sent.map((frame) => characters(distinct(frame)))),
        };
        for (const frame of sent) {
          codec.write(writer, frame);
          expect(writer.known.characters).toBeLessThanOrEqual(
            Math.max(limit.characters, 2 * one.characters) + one.characters,
          );
          reader.open(writer.take());
          expect(writer.known.strings).toBeLessThanOrEqual(
            Math.max(limit.strings, 2 * one.strings),
          );
          expect(reader.known).toBeLessThanOrEqual(
            Math.max(limit.strings, 2 * one.strings) + one.strings,
          );
        }
      }),
    );
  });

  it('stays within its bound over hours of new words', () => {
    const [writer, reader] = [new Writer(), new Reader()];
    let fullest = 0;
    let brought = 0;
    for (let zxid = 0; zxid < 50_000; zxid++) {
      const words = ['LEADING', `0x${zxid.toString(16)}`];
      const taken = packedBy(writer, { at: zxid, items: [], words });
      brought += taken.strings.length;
      expect(codec.read(reader.open(taken)).words).toEqual(words);
      fullest = Math.max(fullest, reader.known, writer.known.strings);
    }
    expect(fullest).toBeLessThanOrEqual(DICTIONARY_LIMITS.strings + 2);
    // What is still in use travels once more with each dictionary, and not more often.
    expect(brought).toBe(50_000 + Math.ceil(50_000 / DICTIONARY_LIMITS.strings));
  });

  it('is not begun at each frame where one frame alone is larger', () => {
    const writer = new Writer({ strings: 2, characters: 4 });
    const large = { at: 0, items: [], words: ['one', 'two', 'three', 'four'] };
    const brought = [1, 2, 3, 4].map(() => packedBy(writer, large).strings.length);
    expect(brought).toEqual([4, 0, 0, 0]);
  });

  it('gives no string the number of another: an item that says something else is not the old one', () => {
    const [writer, reader] = [new Writer({ strings: 1, characters: 100 }), new Reader()];
    const read = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (text) =>
        codec.read(
          reader.open(packedBy(writer, { at: 0, items: [{ id: 1, word: text }], words: [] })),
        ).items[0]?.word,
    );
    expect(read).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('a frame that is lost on the way', () => {
  /** What becomes of a frame at the other end. */
  const outcome = (reader: Reader, taken: Packed, sent: Sent): 'same' | 'another' | 'refused' => {
    try {
      return isDeepStrictEqual(plain(codec.read(reader.open(taken))), plain(sent))
        ? 'same'
        : 'another';
    } catch (error) {
      if (error instanceof RangeError) return 'refused';
      throw error;
    }
  };

  it('is an error of a later one or nothing at all, never another word', () => {
    fc.assert(
      fc.property(frames, fc.nat(29), limits, (sent, lost, limit) => {
        const [writer, reader] = [new Writer(limit), new Reader()];
        const outcomes = sent.map((one, i) => {
          const taken = packedBy(writer, one);
          return i === lost ? 'lost' : outcome(reader, taken, one);
        });
        expect(outcomes).not.toContain('another');
        expect(outcomes.slice(0, lost)).not.toContain('refused');
      }),
    );
  });

  it('is forgotten with the dictionary that it was written in', () => {
    const [writer, reader] = [new Writer({ strings: 2, characters: 100 }), new Reader()];
    const frame = (...words: string[]): Packed => packedBy(writer, { at: 0, items: [], words });
    reader.open(frame('a'));
    frame('b');
    expect(() => reader.open(frame('c'))).toThrow('1 strings never seen');
    expect(codec.read(reader.open(frame('a', 'd'))).words).toEqual(['a', 'd']);
  });

  it('is noticed by a reader that begins in the middle', () => {
    const writer = new Writer();
    packedBy(writer, { at: 0, items: [], words: ['a'] });
    const second = packedBy(writer, { at: 1, items: [], words: ['b'] });
    expect(() => new Reader().open(second)).toThrow(RangeError);
  });
});

describe('what a reader remembers', () => {
  it('holds one frame for each place, however many frames brought what is there', () => {
    const item = record<Item>({ id: num, word: str() });
    const items = keptList(item);
    const [writer, reader] = [new Writer(), new Reader()];
    const shown = Array.from({ length: 100 }, (_, id) => ({ id, word: 'old' }));
    const read = (): ReadonlySet<Float64Array> => {
      items.write(writer, shown);
      const from = reader.open(writer.take());
      items.read(from);
      return new Set(from.kept<Item>(item).map(({ numbers }) => numbers));
    };
    for (let i = 0; i < shown.length; i++) {
      shown[i] = { id: i, word: 'new' };
      expect(read().size).toBe(1);
    }
  });
});
