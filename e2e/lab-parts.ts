import type { Locator, Page } from '@playwright/test';
import { names } from './names.ts';
import type { Language } from './names.ts';

/** What stands on the page of a lab, found by its role and its name. */
export class LabParts {
  readonly page: Page;
  protected readonly say: (typeof names)[Language];

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.say = names[language];
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  /** The server on the stage, in whatever state. */
  server(sid: number): Locator {
    const { serverState } = this.say;
    return this.page.getByRole('button', { name: new RegExp(`^${serverState(sid, '')}`) });
  }
  inspector(sid: number): Locator {
    return this.page.getByRole('region', { name: this.say.server(sid), exact: true });
  }
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }
  timeline(): Locator {
    return this.page.getByRole('slider', { name: this.say.timeline });
  }
  invariants(): Locator {
    return this.page.getByRole('status', { name: this.say.invariants });
  }
  /** The sentence of what just happened. */
  happened(): Locator {
    return this.page.locator('p[aria-live]');
  }
  /** The rows of the event list. */
  events(): Locator {
    return this.page.getByRole('list', { name: this.say.eventList }).getByRole('button');
  }
  messages(): Locator {
    return this.page.getByRole('list', { name: this.say.messageList }).getByRole('listitem');
  }
}
