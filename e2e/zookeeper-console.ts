import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { Lab } from './lab.ts';

/** The ZooKeeper lab as somebody uses it who types. */
export class ConsoleLab extends Lab {
  /**
   * Opens the lab and lets it go on until its clients have done what they begin with; what is typed
   * then plays at the highest speed.
   */
  async openConsoles(query = 'lang=en'): Promise<void> {
    await this.openCold('zookeeper?preset=write', query);
    await this.fastest();
    await this.settle();
    await this.view('zkCli');
  }

  async settle(): Promise<void> {
    const answer = await this.page.evaluate(() =>
      window.zooscope.send({ type: 'run-until', condition: { quiet: true }, withinMs: 60_000 }),
    );
    expect(answer).toMatchObject({ problem: null, reached: true });
    await this.idle();
  }

  async view(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await this.idle();
  }

  command(client?: string): Locator {
    return this.within(client).getByRole('textbox', { name: 'zkCli command', exact: true });
  }
  output(client?: string): Locator {
    return this.within(client).getByRole('log', { name: 'zkCli output', exact: true });
  }
  private within(client?: string): Locator {
    return client === undefined
      ? this.page.locator('body')
      : this.page.getByRole('region', { name: `zkCli of ${client}`, exact: true });
  }

  /** Types a line and waits for its answer. */
  async type(line: string, client?: string): Promise<void> {
    await this.command(client).fill(line);
    await this.command(client).press('Enter');
    await this.idle();
  }

  /** Shows the console of this client. */
  async console(client: string): Promise<void> {
    await this.button(`zkCli of ${client}`).click();
    await this.idle();
  }

  serverOutput(): Locator {
    return this.page.getByRole('log', { name: 'Server output' });
  }
  async atServer(line: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Server command' });
    await field.fill(line);
    await field.press('Enter');
    await this.idle();
  }

  cfg(): Locator {
    return this.page.getByRole('textbox', { name: 'zoo.cfg', exact: true });
  }

  /** What programs printed, line by line, without what was typed and without advice. */
  async printed(): Promise<string[]> {
    await expect(this.output()).toBeVisible();
    return this.output()
      .locator('.terminal-line:not(.terminal-in):not(.terminal-hint)')
      .allTextContents();
  }
}
