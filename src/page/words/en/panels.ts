/** Words of the lab's panels (src/page/panels). */
export const panels = {} as const;
