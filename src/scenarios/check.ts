import type { ProblemView } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import { LIMITS } from '../view/limits.ts';
import type { Intervention, Latency } from '../view/intervention.ts';
import type { ScenarioFile, ScenarioStep, Wait } from '../view/scenario.ts';
import { manyConditions, NAMES_PROCESS } from './condition-names.ts';
import { checkExhibit } from './check-exhibit.ts';
import { optionProblems } from './check-options.ts';
import type { ProtocolForm } from './form.ts';
import { readZxid } from './notation.ts';
import { partsOf } from './parts.ts';
import { badZxid, pathText, problem } from './problem.ts';
import { nameProblems, namesOf } from './setup-problems.ts';

type Path = readonly (string | number)[];

/** Everything that a scenario of the right form can still have wrong; `form`: its protocol's. */
export function checkScenario(file: ScenarioFile, form: ProtocolForm): readonly ProblemView[] {
  const check = new Check(file, form);
  check.run(file, []);
  file.interventions?.forEach(({ what }, index) =>
    check.intervention(what, ['interventions', index, 'what']),
  );
  check.order(file.interventions ?? []);
  check.ids(file.steps ?? []);
  const whole = check.problems;
  let count = 0;
  const parts = partsOf(file).map((part) => {
    const own = new Check(part.file, form);
    const { first, from } = part;
    // What the file itself says has been asked already.
    if (part.file.setup !== file.setup && whole.length === 0)
      own.run(part.file, ['steps', first, 'run']);
    own.condition(from ?? undefined, ['steps', first, 'run', 'from']);
    own.steps(part.file.steps ?? [], first);
    own.expectations(part.file.expect ?? [], ['expect']);
    count += own.asked;
    return own.problems;
  });
  const all = [...whole, ...parts.flat()];
  return count > LIMITS.conditions ? [manyConditions(count), ...all] : all;
}

class Check {
  readonly problems: ProblemView[] = [];
  /** Parts of conditions so far. */
  asked = 0;
  /** Null: not to be told, because nobody is there or two have one id. That is said once, in the set-up. */
  private readonly pids: readonly number[] | null;
  private readonly invariants: readonly string[];
  private readonly views: readonly string[];

  private readonly form: ProtocolForm;

  constructor(file: ScenarioFile, form: ProtocolForm) {
    this.form = form;
    const pids = form.pids(file.setup as never);
    this.pids = pids.length > 0 && new Set(pids).size === pids.length ? pids : null;
    this.invariants = namesOf(form, file).invariants;
    this.views = form.views;
  }

  /** What a run is made of, at this place in the file. */
  run(file: ScenarioFile, path: Path): void {
    const place = path.length === 0 ? '' : `${pathText(path)}.`;
    const problems = [...this.form.check(file.setup as never), ...nameProblems(this.form, file)];
    for (const each of problems) this.problems.push({ ...each, where: `${place}${each.where}` });
    this.latency(file.latency, [...path, 'latency']);
    this.latency(file.diskLatency, [...path, 'diskLatency']);
    file.links?.forEach(({ from, to, latency }, index) => {
      this.twoPids(from, to, [...path, 'links', index], 'from', 'to');
      this.latency(latency, [...path, 'links', index, 'latency']);
    });
    file.breaks?.forEach((name, index) => this.invariant(name, [...path, 'breaks', index]));
  }

  private invariant(name: string, path: Path): void {
    if (this.invariants.includes(name)) return;
    const text = `There is no invariant "${name}". Remove it, or check how it is spelled.`;
    this.report('scenario-no-such-invariant', path, text, { name });
  }

  report(code: string, path: Path, text: string, data: ProblemView['data'] = {}): void {
    // More than are shown need not be kept: a large file could have millions.
    if (this.problems.length < LIMITS.problems) this.problems.push(problem(code, path, text, data));
  }

  pid(pid: number | undefined, path: Path): void {
    if (pid === undefined || this.pids === null || this.pids.includes(pid)) return;
    const known = this.pids.join(', ');
    const text = `There is no server ${pid}; there are ${known}. Name one of these, or add it to setup.servers.`;
    this.report('scenario-no-such-server', path, text, { sid: pid, known });
  }

  twoPids(a: number, b: number, path: Path, first: string, second: string): void {
    this.pid(a, [...path, first]);
    this.pid(b, [...path, second]);
    if (a !== b) return;
    const text = `A link joins two servers, but both ends are ${a}. Name another one.`;
    this.report('scenario-link-to-itself', [...path, second], text, { sid: a });
  }

  latency(latency: Latency | null | undefined, path: Path): void {
    if (latency?.kind !== 'uniform' || latency.min <= latency.max) return;
    const { min, max } = latency;
    const text = `min (${min}) is larger than max (${max}). Exchange them.`;
    this.report('scenario-min-max', path, text, { min, max });
  }

  private deed(what: Intervention | Wait, path: Path): void {
    if (what.kind === 'wait') this.condition(what.until, [...path, 'until']);
    else this.intervention(what, path);
  }

  intervention(what: Intervention, path: Path): void {
    switch (what.kind) {
      case 'start':
      case 'kill-all':
        what.pids.forEach((pid, index) => this.pid(pid, [...path, 'pids', index]));
        this.once(what.pids, (index) => [...path, 'pids', index]);
        return;
      case 'partition': {
        const places = what.groups.flatMap((group, at) =>
          group.map((pid, index) => ({ pid, path: [...path, 'groups', at, index] })),
        );
        for (const { pid, path: place } of places) this.pid(pid, place);
        this.once(
          places.map(({ pid }) => pid),
          (index) => places[index]?.path ?? path,
        );
        return;
      }
      case 'cut':
        this.twoPids(what.from, what.to, path, 'from', 'to');
        return;
      case 'cut-links':
      case 'mend-links':
        what.links.forEach(({ a, b }, index) =>
          this.twoPids(a, b, [...path, 'links', index], 'a', 'b'),
        );
        return;
      case 'mend':
      case 'reset':
        this.twoPids(what.a, what.b, path, 'a', 'b');
        return;
      case 'latency':
        this.latency(what.latency, [...path, 'latency']);
        this.pid(what.from, [...path, 'from']);
        this.pid(what.to, [...path, 'to']);
        return;
      case 'lossy':
        this.pid(what.from, [...path, 'from']);
        this.pid(what.to, [...path, 'to']);
        return;
      case 'disk-latency':
        this.latency(what.latency, [...path, 'latency']);
        this.pid(what.pid, [...path, 'pid']);
        return;
      case 'kill':
      case 'power-off':
      case 'crash':
      case 'stop':
      case 'configure':
      case 'pause':
      case 'resume':
      case 'wipe':
      case 'fire-timer':
      case 'hold-timer':
      case 'release-timer':
      case 'input':
      case 'set-clock':
        this.pid(what.pid, [...path, 'pid']);
        return;
      case 'heal':
      case 'hold':
      case 'release':
      case 'deliver':
      case 'drop':
      case 'duplicate':
        return;
    }
  }

  once(pids: readonly number[], at: (index: number) => Path): void {
    const named = new Set<number>();
    pids.forEach((pid, index) => {
      if (!named.has(pid)) {
        named.add(pid);
        return;
      }
      const text = `Server ${pid} is named twice. Name it once.`;
      this.report('scenario-named-twice', at(index), text, { sid: pid });
    });
  }

  condition(condition: Condition | undefined, path: Path): void {
    const before = this.asked;
    this.part(condition, path);
    const count = this.asked - before;
    const most = LIMITS.conditionParts;
    if (count <= most) return;
    const text = `This condition has ${count} parts; at most ${most} are asked after each step. Shorten it, or divide it among several steps.`;
    this.report('scenario-long-condition', path, text, { count, most });
  }

  private part(condition: Condition | undefined, path: Path): void {
    if (condition === undefined) return;
    this.asked++;
    if ('all' in condition) this.conditions(condition.all, [...path, 'all']);
    else if ('any' in condition) this.conditions(condition.any, [...path, 'any']);
    else if ('not' in condition) this.part(condition.not, [...path, 'not']);
    else if ('violated' in condition) this.invariant(condition.violated, [...path, 'violated']);
    else this.processesOf(condition, path);
    if ('logged' in condition && readZxid(condition.logged.zxid) === null) {
      this.problems.push(badZxid(condition.logged.zxid, [...path, 'logged', 'zxid']));
    }
    if ('zxid' in condition && readZxid(condition.zxid.atLeast) === null) {
      this.problems.push(badZxid(condition.zxid.atLeast, [...path, 'zxid', 'atLeast']));
    }
  }

  /** Every process that a condition names, whatever protocol understands it. */
  private processesOf(condition: Condition, path: Path): void {
    for (const [key, value] of Object.entries(condition) as [string, unknown][]) {
      if (NAMES_PROCESS.has(key) && typeof value === 'number') this.pid(value, [...path, key]);
      if (typeof value !== 'object' || value === null) continue;
      for (const [field, named] of Object.entries(value) as [string, unknown][]) {
        if (NAMES_PROCESS.has(field) && typeof named === 'number')
          this.pid(named, [...path, key, field]);
      }
    }
  }

  private conditions(all: readonly Condition[], path: Path): void {
    all.forEach((each, index) => this.part(each, [...path, index]));
  }

  expectations(expected: NonNullable<ScenarioFile['expect']>, path: Path): void {
    expected.forEach(({ that }, index) => this.condition(that, [...path, index, 'that']));
  }

  /** Recorded interventions follow each other: one for each step of the run, time never going back. */
  order(recorded: NonNullable<ScenarioFile['interventions']>): void {
    recorded.forEach(({ step = -1, timeMs }, index) => {
      const before = { step: -1, ...recorded[index - 1] };
      const isLater = step === -1 || step > before.step;
      if (before.timeMs === undefined || (isLater && timeMs >= before.timeMs)) return;
      const text = `Step ${step} at ${timeMs} ms does not come after step ${before.step} at ${before.timeMs} ms. Put them in order.`;
      this.report('scenario-interventions-order', ['interventions', index], text, { step, timeMs });
    });
  }

  ids(steps: readonly ScenarioStep[]): void {
    const ids = new Map<string, number>();
    steps.forEach(({ id }, index) => {
      const first = ids.get(id);
      if (first === undefined) {
        ids.set(id, index);
        return;
      }
      const text = `Steps ${first} and ${index} both have the id "${id}". Give one of them another.`;
      this.report('scenario-step-twice', ['steps', index, 'id'], text, { id });
    });
  }

  /** @param from the place of the first of these among all steps */
  steps(steps: readonly ScenarioStep[], from: number): void {
    steps.forEach((step, index) => {
      const path: Path = ['steps', from + index];
      this.condition(step.when, [...path, 'when']);
      this.condition(step.until, [...path, 'until']);
      if (typeof step.focus === 'number') this.pid(step.focus, [...path, 'focus']);
      step.do?.forEach((what, at) => this.deed(what, [...path, 'do', at]));
      this.expectations(step.expect ?? [], [...path, 'expect']);
      this.options(step, path);
      step.tries?.goals.forEach((goal, at) =>
        this.condition(goal.if, [...path, 'tries', 'goals', at, 'if']),
      );
      this.question(step, [...path, 'predict']);
      checkExhibit(step, this.views, [...path, 'exhibit'], this);
    });
  }

  private question({ predict }: ScenarioStep, path: Path): void {
    predict?.veil?.forEach((one, index) => {
      if ('pid' in one && one.pid !== null) this.pid(one.pid, [...path, 'veil', index, 'pid']);
    });
    const message = predict?.about?.message;
    if (message === undefined) return;
    this.twoPids(message.from, message.to, [...path, 'about', 'message'], 'from', 'to');
  }

  private options({ predict }: ScenarioStep, path: Path): void {
    if (predict === undefined) return;
    predict.options.forEach(({ if: condition }, index) =>
      this.condition(condition, [...path, 'predict', 'options', index, 'if']),
    );
    this.problems.push(...optionProblems(predict, [...path, 'predict']));
  }
}
