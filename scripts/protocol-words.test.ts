/** Every protocol has words for all that it says, in both languages: facts, invariants, rules. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allWords } from '../src/page/words/bundles.ts';
import { quorumMutants } from '../src/zookeeper/quorum/mutants.ts';
import { parseFile, sourceFiles, walk } from './sources.mjs';
import type { Node } from './sources.mjs';
import { unsaid } from './testing/unsaid-facts.ts';
import { protocols } from './testing/said-by-protocols.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const names = Object.keys(protocols) as (keyof typeof protocols)[];

const child = (node: Node, field: string): Node => node[field] as Node;
const children = (node: Node, field: string): readonly Node[] => node[field] as readonly Node[];

const nameOf = (node: Node): string => (node as Node & { name?: string }).name ?? '';

/** The types that a file gives a name to: each with its members. */
function typesOf(file: string): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, readonly Node[]>();
  walk(parseFile(root, file).program, (node) => {
    if (node.type === 'TSInterfaceDeclaration')
      found.set(nameOf(child(node, 'id')), children(child(node, 'body'), 'body'));
  });
  return found;
}

const keyOf = (member: Node): string => {
  const { name, value } = child(member, 'key') as Node & { name?: string; value?: string };
  return name ?? value ?? '';
};

/** The fields of a type, those of the types that it is made of included. */
function fieldsOf(type: Node, known: ReadonlyMap<string, readonly Node[]>): readonly string[] {
  if (type.type === 'TSTypeLiteral') return children(type, 'members').map(keyOf);
  if (type.type === 'TSIntersectionType')
    return children(type, 'types').flatMap((each) => fieldsOf(each, known));
  // `Record<never, never>`: nothing.
  return (known.get(nameOf(child(type, 'typeName'))) ?? []).map(keyOf);
}

/** Each rule with the names of its values, as `facts.ts` and `answer.ts` declare them. */
function rulesOf(protocol: keyof typeof protocols): ReadonlyMap<string, readonly string[]> {
  const { facts, reasons } = protocols[protocol];
  return new Map(
    [...facts, ...reasons].flatMap(({ file, name }) => {
      const known = typesOf(file);
      return (known.get(name) ?? []).map((member): [string, readonly string[]] => [
        keyOf(member),
        fieldsOf(child(child(member, 'typeAnnotation'), 'typeAnnotation'), known),
      ]);
    }),
  );
}

/** The rules of what a person does, which the kernel says in every protocol. */
function rulesOfKernel(): readonly string[] {
  const found = new Set<string>(['invariant-violated']);
  for (const file of ['interventions.ts', 'by-hand.ts', 'timers-by-hand.ts']) {
    walk(parseFile(root, `src/kernel/${file}`).program, (node) => {
      const { name } = (node['callee'] ?? {}) as { name?: string };
      const [, , rule] = (node['arguments'] ?? []) as readonly { value?: unknown }[];
      if (name === 'explain' && typeof rule?.value === 'string') found.add(rule.value);
      if (typeof node['value'] === 'string' && /^(message|timer)-/u.test(node['value']))
        found.add(node['value']);
    });
  }
  // How a process ends is told by the recorder itself, by one of several names.
  walk(parseFile(root, 'src/kernel/endings.ts').program, (node) => {
    const { property } = (node['callee'] ?? {}) as { property?: { name?: string } };
    if (property?.name !== 'fact') return;
    const [, rule] = node['arguments'] as readonly Node[];
    if (rule !== undefined)
      walk(rule, (part) => {
        if (typeof part['value'] === 'string') found.add(part['value']);
      });
  });
  return [...found];
}

/** Where each protocol sets its timers. */
const timersIn: Readonly<Record<keyof typeof protocols, readonly string[]>> = {
  election: ['src/protocols/election', 'src/zookeeper/quorum', 'src/zookeeper/server'],
  paxos: ['src/protocols/paxos'],
  counter: ['src/protocols/counter'],
  byzantine: ['src/protocols/byzantine'],
  zookeeper: ['src/zookeeper', 'src/clients', 'src/ensemble', 'src/protocols/election'],
  recipes: [
    'src/zookeeper',
    'src/clients',
    'src/ensemble',
    'src/protocols/election',
    'src/protocols/outside',
  ],
  cap: [
    'src/zookeeper',
    'src/clients',
    'src/ensemble',
    'src/protocols/election',
    'src/protocols/cap',
  ],
};

/** Timers of whoever has a client port, which the election's servers have not. */
const HOUSEKEEPING: readonly string[] = ['EXPIRY_TICK', 'CNXN_TICK', 'CONTAINER_TICK', 'PURGE'];

/** Of whoever asks a process outside ZooKeeper. */
const OUTSIDE = 'ASK_TIMEOUT';

/** Whoever keeps to a script is not on stage, and its timer in no inspector. */
const BACKSTAGE = 'ROW';

/** The types of all timers that a protocol sets. */
function timersOf(protocol: keyof typeof protocols): readonly string[] {
  const found = new Set<string>();
  for (const file of sourceFiles(root, [...timersIn[protocol]])) {
    if (file.includes('.test.')) continue;
    walk(parseFile(root, file).program, (node) => {
      if (node.type !== 'CallExpression') return;
      const { property } = node['callee'] as { property?: { name?: string } };
      const [type] = node['arguments'] as readonly { value?: unknown }[];
      if (property?.name === 'setTimer' && typeof type?.value === 'string') found.add(type.value);
    });
  }
  found.delete(BACKSTAGE);
  if (protocol === 'zookeeper' || protocol === 'cap') found.delete(OUTSIDE);
  if (protocol === 'election') for (const type of HOUSEKEEPING) found.delete(type);
  return [...found];
}

const en = await allWords('en');
const languages = { en, 'zh-CN': await allWords('zh-CN') };
const sentencesOf = (language: keyof typeof languages, protocol: keyof typeof protocols) =>
  languages[language].facts[protocol] as Readonly<Record<string, string | object>>;

const argumentsOf = (sentence: string): readonly string[] => [
  ...new Set([...sentence.matchAll(/\{(\w+)[,}]/gu)].map(([, name = '']) => name)),
];

describe.each(names)('%s', (protocol) => {
  const rules = rulesOf(protocol);

  it.each(['en', 'zh-CN'] as const)('has a sentence in %s for each rule of a fact', (language) => {
    const kernel = rulesOfKernel();
    expect(kernel.length).toBeGreaterThan(15);
    expect(rules.size).toBeGreaterThan(9);
    const wanted = [...kernel, ...rules.keys(), 'broken', 'more', 'timer'];
    expect(Object.keys(sentencesOf(language, protocol)).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(['en', 'zh-CN'] as const)('says in %s all that a fact knows, and no more', (language) => {
    const sentences = sentencesOf(language, protocol);
    const wrong = [...rules].flatMap(([rule, values]) => {
      const sentence = sentences[rule];
      const used = typeof sentence === 'string' ? argumentsOf(sentence) : [];
      const known = [...values, 'pid'].flatMap((value) => [value, `${value}Name`]);
      const unknown = used.filter((name) => !known.includes(name));
      const left = values.filter(
        (value) => !used.includes(value) && !used.includes(`${value}Name`),
      );
      return [
        ...unknown.map((name) => `${rule} has no ${name}`),
        ...left.map((name) => `${rule}: ${name}`),
      ];
    });
    expect(new Set(wrong)).toEqual(new Set(unsaid[protocol]));
  });

  it.each(['en', 'zh-CN'] as const)('folds in %s what others do of its own rules', (language) => {
    const { more } = sentencesOf(language, protocol);
    const known = [...rulesOfKernel(), ...rules.keys()];
    expect(
      Object.keys(more as Record<string, string>).filter((rule) => !known.includes(rule)),
    ).toEqual([]);
  });

  it('says what each of its timers is for', () => {
    expect(Object.keys(en.facts[protocol].timer).toSorted()).toEqual(timersOf(protocol).toSorted());
  });

  it('has words for each rule that can be switched off', () => {
    const { mutants } = protocols[protocol];
    expect(Object.keys(en.rules[protocol]).toSorted()).toEqual(Object.keys(mutants).toSorted());
  });

  it('has plain words for each invariant, and a sentence for when it breaks', () => {
    const wanted = protocols[protocol].invariants.map(({ name }) => name).toSorted();
    expect(Object.keys(en.facts[protocol].broken).toSorted()).toEqual(wanted);
    expect(wanted.filter((name) => !Object.hasOwn(en.invariants, name))).toEqual([]);
  });
});

it('no invariant has words that no protocol has', () => {
  const all = new Set(names.flatMap((name) => protocols[name].invariants.map((each) => each.name)));
  expect(Object.keys(en.invariants).toSorted()).toEqual([...all].toSorted());
});

it('an ensemble has words for each of its rules that can be switched off', () => {
  expect(Object.keys(en.rules.ensemble).toSorted()).toEqual(Object.keys(quorumMutants).toSorted());
});
