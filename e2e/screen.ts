import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Questions to workers that have no answer yet. */
    unanswered: number;
    /** How often React has committed. */
    commits: number;
  }
}

/** What the clock of a screen counts: 60 frames a second, in whole milliseconds. */
const FRAME = 17;

/**
 * The screen of a page whose wall clock stands still and goes on one frame at a time, each when all
 * that the one before brought is there: what is seen does not depend on how fast the machine is.
 */
export class Screen {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Before the page is opened; its clock runs until `stand`. */
  static async of(page: Page): Promise<Screen> {
    await page.clock.install();
    await page.addInitScript(() => {
      window.unanswered = 0;
      window.commits = 0;
      window.Worker = class extends Worker {
        constructor(...how: ConstructorParameters<typeof Worker>) {
          super(...how);
          this.addEventListener('message', () => window.unanswered--);
        }
        override postMessage(message: unknown): void {
          window.unanswered++;
          super.postMessage(message);
        }
      };
      // React reports each commit to this hook, in production builds too.
      Object.assign(window, {
        __REACT_DEVTOOLS_GLOBAL_HOOK__: {
          supportsFiber: true,
          isDisabled: false,
          renderers: new Map(),
          inject: () => 1,
          checkDCE: () => undefined,
          onCommitFiberRoot: () => window.commits++,
          onCommitFiberUnmount: () => undefined,
          onPostCommitFiberRoot: () => undefined,
        },
      });
    });
    return new Screen(page);
  }

  async stand(): Promise<void> {
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 1000);
    await this.settle();
  }

  async nextFrame(): Promise<void> {
    await this.page.clock.runFor(FRAME);
    await this.settle();
  }

  async goOn(): Promise<void> {
    await this.page.clock.resume();
  }

  /** Waits for the workers' answers, and lets React do what it has to do. */
  private settle(): Promise<void> {
    return this.page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel();
      port1.start();
      const turn = (): Promise<unknown> =>
        new Promise((resolve) => {
          port1.addEventListener('message', resolve, { once: true });
          port2.postMessage(null);
        });
      do for (let turns = 0; turns < 5; turns++) await turn();
      while (window.unanswered > 0);
    });
  }
}
