/** Reads JSON of unknown shape field by field; what is missing or wrong is named by its path. */

import { parseZxid } from '../../protocols/election/zxid.ts';
import { LIMITS } from '../../view/limits.ts';

/** The recording is not of the shape that its format promises. */
export class BadCase extends Error {
  /** JSON path of the field. */
  readonly where: string;

  constructor(where: string, wanted: string) {
    super(`${where === '' ? 'the case' : where}: ${wanted}`);
    this.where = where;
  }
}

/** A JSON value with the path that leads to it. */
export class Field {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  get missing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** @throws BadCase when this is no object */
  at(key: string): Field {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return new Field(this.object()[key], path);
  }

  /** @throws BadCase when this is no object */
  object(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new BadCase(this.path, 'an object was expected');
    }
    return value as Readonly<Record<string, unknown>>;
  }

  /** @throws BadCase when this is no list, or longer than any recording is */
  list(): readonly Field[] {
    const { value } = this;
    if (!Array.isArray(value)) throw new BadCase(this.path, 'a list was expected');
    if (value.length > LIMITS.recordingItems) {
      const most = `at most ${LIMITS.recordingItems} are replayed; cut it into several recordings`;
      throw new BadCase(this.path, `${value.length} items; ${most}`);
    }
    return (value as readonly unknown[]).map((item, i) => new Field(item, `${this.path}[${i}]`));
  }

  /** @throws BadCase when this is no object */
  entries(): readonly (readonly [string, Field])[] {
    return Object.keys(this.object()).map((key) => [key, this.at(key)]);
  }

  /** A zxid as it is written. @throws BadCase when it is none */
  zxidText(): string {
    const text = this.text();
    try {
      parseZxid(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new BadCase(this.path, 'a zxid was expected');
    }
    return text;
  }

  /** A whole number, not negative. @throws BadCase when it is none */
  number(): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      throw new BadCase(this.path, 'a whole number was expected');
    }
    return value;
  }

  /** @throws BadCase when this is no string */
  text(): string {
    const { value } = this;
    if (typeof value !== 'string') throw new BadCase(this.path, 'a string was expected');
    return value;
  }
}
