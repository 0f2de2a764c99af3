/** The sentences of files such as `./counter/opening.ts`, by the labs' names. */
export const byLab = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).map(([file, sentence]) => [file.split('/')[1] ?? file, sentence]),
  );
