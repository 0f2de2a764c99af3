/** The options of a command, read as Apache Commons CLI's DefaultParser reads them. */
import { CliFailure, Unchecked } from './failures.ts';
import { isDouble } from './java-numbers.ts';

/** All options of zkCli are "short" ones: one hyphen, even in `-members`. */
export interface OptionSpec {
  readonly name: string;
  /** Whether a value follows. */
  readonly value: boolean;
  readonly description: string;
}

export interface OptionsSpec {
  readonly options: readonly OptionSpec[];
  /** Only one of all options may be given; `required`: one must. */
  readonly group?: 'optional' | 'required';
}

export interface Parsed {
  /** The words that are no options; the first is the command itself. */
  readonly args: readonly string[];
  /** The options given, in order; for one without a value ''. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

export const has = ({ given }: Parsed, name: string): boolean =>
  given.some((option) => option.name === name);

/** The value of an option's first occurrence; null when it was not given. */
export const valueOf = ({ given }: Parsed, name: string): string | null =>
  given.find((option) => option.name === name)?.value ?? null;

const failure = (kind: string, text: string): CliFailure =>
  new CliFailure(`org.apache.commons.cli.${kind}: ${text}`);

/**
 * @throws CliFailure with the text of the parser's exception
 * @throws Unchecked for `-=x`, which the parser itself stumbles over
 */
export function parseOptions(spec: OptionsSpec, tokens: readonly string[]): Parsed {
  const reading = new Reading(spec);
  for (const token of tokens) reading.take(token);
  return reading.end();
}

class Reading {
  private readonly spec: OptionsSpec;
  private readonly args: string[] = [];
  private readonly given: { name: string; value: string | null }[] = [];
  /** The option that still waits for its value. */
  private open: { name: string; value: string | null } | null = null;
  private onlyArguments = false;

  constructor(spec: OptionsSpec) {
    this.spec = spec;
  }

  take(token: string): void {
    if (this.onlyArguments) this.args.push(token);
    else if (token === '--') this.onlyArguments = true;
    else if (this.open !== null && (!this.looksLikeOption(token) || isDouble(token))) {
      this.fill(withoutQuotes(token));
    } else if (token.startsWith('-') && token !== '-') this.option(token);
    else this.args.push(token);
  }

  end(): Parsed {
    this.mustBeFilled();
    if (this.spec.group === 'required' && this.given.length === 0) {
      const all = this.spec.options.map(({ name, description }) => `-${name} ${description}`);
      throw failure('MissingOptionException', `Missing required option: [${all.join(', ')}]`);
    }
    return {
      args: this.args,
      given: this.given.map(({ name, value }) => ({ name, value: value ?? '' })),
    };
  }

  /** A token with at least one hyphen and something behind it. */
  private option(token: string): void {
    if (token.startsWith('--')) throw unrecognized(token);
    const text = token.slice(1);
    const equals = text.indexOf('=');
    if (this.find(text) !== null) this.begin(text);
    else if (text.length === 1) throw unrecognized(token);
    else if (equals === 0) {
      throw new Unchecked('java.lang.StringIndexOutOfBoundsException', 'begin 0, end 1, length 0');
    } else if (equals === -1) this.concatenated(token);
    else {
      const name = text.slice(0, equals);
      if (equals !== 1 || this.find(name)?.value !== true) throw unrecognized(token);
      this.begin(name);
      this.fill(text.slice(equals + 1));
    }
  }

  /** `-sw`, `-v3`: several options in one word, or an option with its value. */
  private concatenated(token: string): void {
    for (let index = 1; index < token.length; index++) {
      const name = token.charAt(index);
      if (this.find(name) === null) throw unrecognized(token);
      this.begin(name);
      const rest = token.slice(index + 1);
      if (this.open === null || rest === '') continue;
      this.fill(rest);
      return;
    }
  }

  private begin(name: string): void {
    this.mustBeFilled();
    const [first] = this.given;
    if (this.spec.group !== undefined && first !== undefined && first.name !== name) {
      throw failure(
        'AlreadySelectedException',
        `The option '${name}' was specified but an option from this group has already been selected: '${first.name}'`,
      );
    }
    const option = { name, value: null };
    this.given.push(option);
    this.open = this.find(name)?.value === true ? option : null;
  }

  private fill(value: string): void {
    if (this.open !== null) this.open.value = value;
    this.open = null;
  }

  private mustBeFilled(): void {
    if (this.open === null) return;
    throw failure('MissingArgumentException', `Missing argument for option: ${this.open.name}`);
  }

  /** Whether a token is taken for an option rather than for the value of the one before it. */
  private looksLikeOption(token: string): boolean {
    if (!token.startsWith('-') || token.length === 1) return false;
    const [name = ''] = token.slice(1).split('=');
    return this.find(name) !== null || this.find(name.charAt(0)) !== null;
  }

  private find(name: string): OptionSpec | null {
    return this.spec.options.find((option) => option.name === name) ?? null;
  }
}

const unrecognized = (token: string): CliFailure =>
  failure('UnrecognizedOptionException', `Unrecognized option: ${token}`);

const withoutQuotes = (text: string): string => /^"([^"]*)"$/su.exec(text)?.[1] ?? text;
