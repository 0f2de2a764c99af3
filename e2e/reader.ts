import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { LessonStepWords, LessonWords } from '../src/lessons/words.ts';
import type { ScenarioFile, ScenarioStep } from '../src/view/scenario.ts';
import { expect } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { names } from './names.ts';
import type { Language } from './names.ts';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../src/lessons/${file}`, import.meta.url), 'utf8')) as T;

/** A text of a lesson as it stands on the page. */
const plain = (text: string): string => text.replaceAll('**', '');

/** Somebody who takes a lesson, in a language, with the mouse or with the keyboard alone. */
export class Reader {
  readonly steps: readonly ScenarioStep[];
  private readonly lab: Lab;
  private readonly id: string;
  private readonly language: Language;
  private readonly hand: 'mouse' | 'keyboard';
  private readonly words: LessonWords;
  private readonly say: (typeof names)[Language];

  constructor(lab: Lab, id: string, language: Language, hand: 'mouse' | 'keyboard') {
    this.lab = lab;
    this.id = id;
    this.language = language;
    this.hand = hand;
    this.steps = read<ScenarioFile>(`${id}/lesson.json`).steps ?? [];
    this.words = read<LessonWords>(`${id}/${language}.json`);
    this.say = names[language];
  }

  async open(): Promise<void> {
    await this.lab.open(`#/lesson/${this.id}`, `lang=${this.language}`);
    await this.lab.fastest();
  }

  asks(step: ScenarioStep): boolean {
    return step.predict !== undefined;
  }

  private get panel(): Locator {
    return this.lab.page.getByRole('region', { name: this.say.lessonStep });
  }
  private get outcome(): Locator {
    return this.panel.getByRole('status');
  }
  private wordsOf({ id }: ScenarioStep): LessonStepWords {
    const words = this.words.steps[id];
    if (words === undefined) throw new Error(`step ${id} has no words`);
    return words;
  }
  private numberOf(step: ScenarioStep): number {
    return this.steps.indexOf(step) + 1;
  }
  private press(name: string): Promise<void> {
    return this.hand === 'mouse' ? this.lab.press(name) : this.lab.enter(name);
  }

  async expectStep(step: ScenarioStep): Promise<void> {
    const where = this.say.stepOf(this.numberOf(step), this.steps.length);
    await expect(this.panel).toContainText(where);
    await expect(this.panel).toContainText(plain(this.wordsOf(step).text));
  }

  /** Begins a step that asks nothing. */
  goOn(): Promise<void> {
    return this.press(this.say.goOn);
  }

  /** Chooses an answer that is right, or one that is wrong, and hears about it. */
  async answer(step: ScenarioStep, which: 'right' | 'wrong'): Promise<void> {
    const { question = '', options = {}, replies = {} } = this.wordsOf(step);
    const { answer: right = '', options: all = [] } = step.predict ?? {};
    const wrong = all.find(({ id }) => id !== right)?.id ?? '';
    const chosen = which === 'right' ? right : wrong;
    const group = this.panel.getByRole('radiogroup', { name: question });
    const label = options[chosen] ?? '';
    const radio = group.getByRole('radio', { name: label, exact: true });
    await expect(this.lab.button(this.say.check)).toBeDisabled();
    if (this.hand === 'mouse') await group.getByText(label, { exact: true }).click();
    else {
      await radio.focus();
      await this.lab.page.keyboard.press('Space');
    }
    await expect(radio).toBeChecked();
    await this.press(this.say.check);
    await expect(this.outcome).toContainText(this.say[which]);
    if (which === 'right') return;
    await expect(this.outcome).toContainText(options[right] ?? '');
    await expect(this.outcome).toContainText(plain(replies[chosen] ?? ''));
  }

  /** Finds, moment by moment, what the step asks to be found by crashing the leader. */
  async tryAll(step: ScenarioStep): Promise<void> {
    const goals = step.tries?.goals ?? [];
    const list = this.panel.getByRole('list', { name: this.say.goals });
    for (const [index, { moments }] of goals.entries()) {
      const mark = list.getByRole('listitem').nth(index).getByRole('img');
      await expect(mark).not.toHaveAccessibleName(this.say.found);
      const moment = this.say.moment[moments[0] as keyof typeof this.say.moment];
      const button = this.lab.page
        .getByRole('region', { name: this.say.path })
        .getByRole('button', { name: new RegExp(`^${moment} `, 'u') });
      if (this.hand === 'mouse') await button.click();
      else await button.press('Enter');
      await expect(mark).toHaveAccessibleName(this.say.found);
      await this.lab.idle();
    }
  }

  /** To the beginning of a step. */
  async jump(step: ScenarioStep): Promise<void> {
    await this.press(this.say.goToStep(this.numberOf(step)));
    await this.expectStep(step);
  }

  async repeat(step: ScenarioStep): Promise<void> {
    await this.press(this.say.repeatStep(this.numberOf(step)));
    await expect(this.outcome).toBeEmpty();
  }

  /** The step is over: it says why, and nothing was broken. */
  async expectOver(step: ScenarioStep): Promise<void> {
    await expect(this.outcome).toContainText(plain(this.wordsOf(step).why ?? ''));
    await expect(this.lab.invariants()).toContainText(this.say.hold);
  }

  /** To the step behind this one, if there is one. */
  async next(step: ScenarioStep): Promise<void> {
    if (step !== this.steps.at(-1)) await this.press(this.say.nextStep);
  }

  async expectEnd(): Promise<void> {
    await expect(this.panel).toContainText(plain(this.words.end));
    await expect(this.panel).toContainText(this.say.lessonEnd);
    const list = this.panel.getByRole('list', { name: this.say.checked });
    const claims = list.getByRole('listitem');
    expect(await claims.count()).toBeGreaterThan(0);
    await expect(claims.getByRole('img', { name: this.say.notHeld })).toHaveCount(0);
  }
}
