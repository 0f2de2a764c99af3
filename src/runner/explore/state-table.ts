/**
 * The set of states found, each as a row of a few 32-bit words, numbered in the order in which they
 * were found. Rows live in pages, so that growing copies nothing; an open-addressing table of
 * numbers finds them again. With three acceptors: 12 bytes a state, and 5 to 11 for the table.
 */
export class StateTable {
  readonly words: number;
  count = 0;
  private readonly pages: Uint32Array[] = [];
  private readonly parentPages: Int32Array[] = [];
  /** Number of a state plus one; 0 is free. */
  private slots: Int32Array;

  constructor(words: number) {
    this.words = words;
    this.slots = new Int32Array(1 << 12);
  }

  /**
   * Adds a state unless it is known.
   * @param parent the number of the state it was reached from, −1 for the first one
   * @returns its number, or −1 when it was known
   */
  add(row: Uint32Array, parent: number): number {
    const { words, pages, slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(row, words) & mask;
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      const page = pages[(entry - 1) >>> PAGE_BITS] as Uint32Array;
      const start = ((entry - 1) & PAGE_MASK) * words;
      let word = 0;
      while (word < words && page[start + word] === row[word]) word++;
      if (word === words) return -1;
      slot = (slot + 1) & mask;
    }
    const number = this.count++;
    slots[slot] = number + 1;
    this.put(number, row, parent);
    if (number * 4 >= slots.length * 3) this.grow();
    return number;
  }

  /** Copies a state's row into `row`. */
  read(number: number, row: Uint32Array): void {
    const page = this.pages[number >>> PAGE_BITS] as Uint32Array;
    const start = (number & PAGE_MASK) * this.words;
    for (let word = 0; word < this.words; word++) row[word] = page[start + word] as number;
  }

  parentOf(number: number): number {
    return (this.parentPages[number >>> PAGE_BITS] as Int32Array)[number & PAGE_MASK] as number;
  }

  /** Bytes that the states take, with the table that finds them. */
  get bytes(): number {
    return this.slots.byteLength + this.pages.length * PAGE_SIZE * (this.words + 1) * 4;
  }

  private put(number: number, row: Uint32Array, parent: number): void {
    const at = number & PAGE_MASK;
    if (at === 0) {
      this.pages.push(new Uint32Array(PAGE_SIZE * this.words));
      this.parentPages.push(new Int32Array(PAGE_SIZE));
    }
    const page = this.pages[number >>> PAGE_BITS] as Uint32Array;
    for (let word = 0; word < this.words; word++)
      page[at * this.words + word] = row[word] as number;
    (this.parentPages[number >>> PAGE_BITS] as Int32Array)[at] = parent;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    const row = new Uint32Array(this.words);
    for (let number = 0; number < this.count; number++) {
      this.read(number, row);
      let slot = hashOf(row, this.words) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

const PAGE_BITS = 12;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;

function hashOf(row: Uint32Array, words: number): number {
  let hash = 0x9e3779b9;
  for (let word = 0; word < words; word++) {
    hash = Math.imul(hash ^ (row[word] as number), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
