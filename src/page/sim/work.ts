/** How many things are under way that the page will still show; `window.zooscope.idle` waits. */
let open = 0;

/** Notes that something is under way; call what it returns when that is over. */
export const beginWork = (): (() => void) => {
  open += 1;
  let ended = false;
  return () => {
    if (!ended) open -= 1;
    ended = true;
  };
};

export const working = (): boolean => open > 0;

/** The next animation frame, or 100 ms where there is none (a hidden tab). */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const frame = requestAnimationFrame(done);
    const timer = setTimeout(done, 100);
  });
