import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { PaxosDetail } from '../src/view/paxos.ts';
import { Lab } from './lab.ts';
import { names } from './names.ts';
import type { Language } from './names.ts';
import { paxosNames } from './paxos-names.ts';

/** The Paxos lab as a person uses it. */
export class PaxosLab extends Lab {
  readonly words: (typeof paxosNames)[Language];
  private readonly language: Language;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.language = language;
    this.words = paxosNames[language];
  }

  /** Opens the lab; everybody starts at once, so that is over. */
  async openPaxos(): Promise<void> {
    await this.openCold('paxos', `lang=${this.language}`);
    await this.runFor(0);
  }
  /** Opens the set-up and takes what it offers under this name. */
  async setUpAs(preset: string): Promise<void> {
    await this.press(this.words.setUp);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: preset, exact: true }).click();
    await dialog.getByRole('button', { name: this.words.open, exact: true }).click();
    await expect(dialog).toBeHidden();
    await this.idle();
  }
  /** Opens a duel that never ends, by the keyboard. */
  async openLivelock(which: 'caseThree' | 'mesh'): Promise<void> {
    await this.page.getByRole('tab', { name: this.words.ballots, exact: true }).click();
    await this.enter(this.words.openLivelock);
    await this.page.getByRole('menuitem', { name: this.words[which] }).press('Enter');
    await this.idle();
  }
  certificate(): Locator {
    return this.page.getByRole('region', { name: this.words.livelock });
  }
  card(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}[,，]`) });
  }
  async expectCard(name: string, promised: string, accepted: string): Promise<void> {
    await expect(this.card(name)).toHaveAccessibleName(this.words.card(name, promised, accepted));
  }
  /** Opens the inspector of a process. */
  async look(name: string): Promise<Locator> {
    await this.card(name).click();
    const region = this.page.getByRole('region', { name, exact: true });
    await expect(region).toBeVisible();
    await this.idle();
    return region;
  }
  chosen(): Locator {
    return this.page.getByRole('status', { name: this.words.chosen, exact: true });
  }
  /** The row of a message in flight, by its name in the list. */
  message(name: string): Locator {
    return this.messages()
      .and(this.page.getByLabel(name, { exact: true }))
      .first();
  }
  async does(message: string, deed: string): Promise<void> {
    await this.message(message).getByRole('button', { name: deed, exact: true }).click();
    await this.idle();
  }
  async runUntilChosen(): Promise<void> {
    const until = this.page.getByRole('combobox', { name: names[this.language].until });
    await until.selectOption(this.words.isChosen);
    await this.runIt();
    await expect(this.chosen()).not.toHaveText(this.words.nothing);
  }
  async detail(): Promise<PaxosDetail> {
    return (await this.frame()).detail as PaxosDetail;
  }
}
