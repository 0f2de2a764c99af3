/** Calls `then` when nothing else is to be done; returns how to stop that. */
export const whenIdle = (then: () => void): (() => void) => {
  // A browser that tells nothing of idle time gets it over with when what is on the screen has been drawn.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(then, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(then);
  return () => cancelIdleCallback(idle);
};
