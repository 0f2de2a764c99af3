/** The lessons' scenarios, each loaded when it is asked for; unchecked. */
const files: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {};

/** What a lesson's file holds; null when there is no such lesson. */
export async function lessonData(id: string): Promise<unknown> {
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  return file === undefined ? null : (await file()).default;
}
