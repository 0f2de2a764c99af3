/** Small things kept on this device. A browser that forbids storage only forgets them. */
export const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`zooscope.${name}`);
  } catch {
    return null;
  }
};

export const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(`zooscope.${name}`, value);
  } catch {
    // Nothing to do: the page works without memory.
  }
};
